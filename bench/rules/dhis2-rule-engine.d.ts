// The part of @dhis2/rule-engine that the peer uses: its package names a declaration file that its exports hide.
declare module '@dhis2/rule-engine' {
  import type { Instant } from '@js-joda/core';

  export const RuleEventStatus: { readonly ACTIVE: object };
  export const RuleVariableType: { readonly DATAELEMENT_CURRENT_EVENT: object };
  export const RuleValueType: { readonly BOOLEAN: object; readonly NUMERIC: object };
  export class RuleDataValue {
    constructor(dataElement: string, value: string);
  }
  export class RuleEventJs {
    constructor(
      event: string,
      programStage: string,
      programStageName: string,
      status: object,
      eventDate: Instant,
      createdDate: Instant,
      dueDate: null,
      completedDate: null,
      organisationUnit: string,
      organisationUnitCode: null,
      dataValues: readonly RuleDataValue[],
    );
  }
  export class RuleVariableJs {
    constructor(
      type: object,
      name: string,
      useCodeForOptionSet: boolean,
      options: readonly object[],
      field: string,
      fieldType: object,
      programStage: null,
    );
  }
  export class RuleActionJs {
    constructor(data: string, type: string, values: ReadonlyMap<string, string>);
  }
  export class RuleJs {
    constructor(
      condition: string,
      actions: readonly RuleActionJs[],
      uid: string,
      name: string,
      programStage: null,
      priority: number,
    );
  }
  export class RuleEngineContextJs {
    constructor(
      rules: readonly RuleJs[],
      ruleVariables: readonly RuleVariableJs[],
      supplementaryData: ReadonlyMap<string, readonly string[]>,
      constantsValues: ReadonlyMap<string, string>,
    );
  }
  export class RuleEngineJs {
    evaluateEvent(
      event: RuleEventJs,
      enrollment: null,
      events: readonly RuleEventJs[],
      context: RuleEngineContextJs,
    ): readonly object[];
  }
}
