// Which standard asks at least as much as which other.

import type { Condition } from '@vungbuoc/criteria';
import { describe, expect, it } from 'vitest';
import { conditionFault } from '../src/check/condition.ts';
import { implies } from '../src/overlay/strictness.ts';

const least = (value: string, part = ''): Condition => ({ kind: 'atLeast', part, value });
const most = (value: string, part = ''): Condition => ({ kind: 'atMost', part, value });
const fact = (value: boolean, part = ''): Condition => ({ kind: 'equals', part, value });
const judged = (part = ''): Condition => ({ kind: 'judged', part });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });

describe('meeting the first means meeting the second', () => {
  it.each([
    [least('90'), least('90'), true],
    [least('90'), least('90.001'), false],
    [most('12'), most('12'), true],
    [most('12'), most('11.999'), false],
    [most('11'), most('12'), true],
    [least('90'), most('90'), false],
    [most('90'), least('90'), false],
    [least('90'), least('80', 'clean'), false],
    [fact(true), fact(true), true],
    [fact(false), fact(false), true],
    [fact(true), fact(false), false],
    [fact(true), judged(), false],
    [judged(), fact(true), false],
    [judged(), judged(), true],
    [judged(), judged('clean'), false],
    [fact(true), least('1'), false],
    [least('1'), fact(true), false],
    [judged(), least('1'), false],
    [least('1'), judged(), false],
    [all(least('90'), least('50', 'clean')), least('50', 'clean'), true],
    [least('90'), all(least('80'), least('50', 'clean')), false],
    [any(least('90'), least('95')), least('90'), true],
    [any(least('90'), least('85')), least('90'), false],
    [least('90'), any(least('95'), least('80')), true],
    [least('90'), any(least('95'), least('96')), false],
    [any(least('90'), most('3')), any(most('3'), least('80')), true],
  ])('%j, %j: %s', (a, b, expected) => {
    expect(implies(a, b)).toBe(expected);
  });
});

describe('conditions of one cell', () => {
  it.each([
    [least('90'), null],
    [all(least('90'), most('80')), 'set.conditions-contradict'],
    [all(most('80'), least('90')), 'set.conditions-contradict'],
    [all(least('80'), most('80')), null],
    [all(most('80'), least('80')), null],
    [all(least('90'), least('90')), 'set.condition-unreachable'],
    [all(least('90'), least('80', 'clean')), null],
    [all(least('90'), least('80')), 'set.condition-unreachable'],
    [all(most('10'), most('20')), 'set.condition-unreachable'],
    [any(most('10'), least('20')), null],
    [any(most('10'), most('20')), 'set.condition-unreachable'],
    [all(fact(true), fact(false)), 'set.conditions-contradict'],
    [all(fact(true), fact(true)), 'set.condition-unreachable'],
    [all(fact(false), fact(false)), 'set.condition-unreachable'],
    [all(fact(true), judged('clean')), null],
    [all(judged(), judged()), 'set.condition-unreachable'],
    [any(fact(true), fact(false)), 'set.standard-always-met'],
    [any(least('90'), most('95')), 'set.standard-always-met'],
    [any(least('90'), most('90')), 'set.standard-always-met'],
    [any(least('90'), most('89.999')), null],
    [least('0'), 'set.standard-always-met'],
    [most('0'), null],
    [least('100'), null],
    [most('100'), null],
    [all(least('0'), least('5', 'clean')), 'set.condition-unreachable'],
    [
      any(least('90'), all(most('95'), any(least('5', 'clean'), most('6', 'clean')))),
      'set.standard-always-met',
    ],
    [all(least('90'), all(most('50'))), 'set.conditions-contradict'],
    [all(least('90'), any(most('50'), all(least('20'), most('40')))), 'set.conditions-contradict'],
    [all(least('90'), any(most('50'), least('5', 'clean'))), 'set.condition-unreachable'],
    [all(least('90'), any(least('95'), least('5', 'clean'))), null],
    [all(least('90'), any(least('85'), least('5', 'clean'))), 'set.condition-unreachable'],
    [any(least('90'), all(least('95'), least('5', 'clean'))), 'set.condition-unreachable'],
    [any(least('90'), all(least('85'), least('5', 'clean'))), null],
    [all(fact(true), any(fact(false), fact(true, 'clean'))), 'set.condition-unreachable'],
    [any(all(least('90'), least('1', 'clean')), all(least('80'), least('2', 'clean'))), null],
    [any(least('95'), all(least('90'), most('80'))), 'set.conditions-contradict'],
    [
      any(all(least('1'), least('1', 'clean')), least('5'), all(least('90'), most('80'))),
      'set.conditions-contradict',
    ],
    [all(least('1', 'clean'), least('90'), least('80')), 'set.condition-unreachable'],
  ])('%j: %s', (condition, fault) => {
    expect(conditionFault(condition)).toBe(fault);
  });

  it('a per cent ends at a hundred, a number nowhere', () => {
    expect(conditionFault(most('100'), 'percent')).toBe('set.standard-always-met');
    expect(conditionFault(most('99.999'), 'percent')).toBeNull();
    expect(conditionFault(least('100'), 'percent')).toBeNull();
    expect(conditionFault(all(least('90'), most('100')), 'percent')).toBe('set.condition-unreachable');
    expect(conditionFault(most('100'), 'ratio')).toBeNull();
  });
});
