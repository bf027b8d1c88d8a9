// The course of one intake: a sheet is given, proposed, corrected answer by answer, tried, and at last kept.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardQuery } from '@vungbuoc/programme/board';
import type { Mapping } from '@vungbuoc/programme/intake';
import { useState } from 'react';
import {
  answered,
  type Imported,
  importSheet,
  type Proposed,
  propose,
  type Source,
} from '../../data/intake.ts';

export type Intake = {
  source: Source | null;
  proposed: Proposed | null;
  reading: boolean;
  error: Error | null;
  failedAt: number;
  /** What saving would change; null until every question is answered. */
  trial: Imported | null;
  saved: Imported | null;
  saving: boolean;
  begin: (source: Source) => void;
  answer: (id: string, value: string) => void;
  retitle: (title: Partial<Mapping['title']>) => void;
  save: () => void;
  restart: () => void;
};

type Step = { source: Source; mapping: Mapping | null };

export function useIntake(query: BoardQuery): Intake {
  const [source, setSource] = useState<Source | null>(null);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const boards = useQueryClient();
  const read = useMutation({
    mutationFn: (step: Step) => propose(step.source, query, step.mapping),
    onSuccess: setProposed,
  });
  const keep = useMutation({
    mutationFn: (step: { source: Source; mapping: Mapping }) =>
      importSheet(step.source, query, step.mapping, false),
    onSuccess: () => boards.invalidateQueries({ queryKey: ['board'] }),
  });
  const mapping = proposed?.mapping ?? null;
  const trial = useTrial(source, query, proposed);
  return {
    source,
    proposed,
    reading: read.isPending,
    error: read.error ?? keep.error ?? trial.error,
    failedAt: Math.max(read.submittedAt, keep.submittedAt),
    trial: trial.data ?? null,
    saved: keep.data ?? null,
    saving: keep.isPending,
    begin: (given) => {
      setSource(given);
      setProposed(null);
      read.mutate({ source: given, mapping: null });
    },
    answer: (id, value) => {
      if (source && mapping) read.mutate({ source, mapping: answered(mapping, id, value) });
    },
    retitle: (title) => {
      if (!proposed || !mapping) return;
      setProposed({ ...proposed, mapping: { ...mapping, title: { ...mapping.title, ...title } } });
    },
    save: () => {
      if (source && mapping) keep.mutate({ source, mapping });
    },
    restart: () => {
      setSource(null);
      setProposed(null);
      read.reset();
      keep.reset();
    },
  };
}

/** A dry run as soon as nothing is open, so that the button can say what it will do. */
function useTrial(source: Source | null, query: BoardQuery, proposed: Proposed | null) {
  const mapping = proposed?.mapping ?? null;
  const ready =
    source !== null && mapping !== null && proposed?.questions.length === 0 && proposed.results.length > 0;
  return useQuery({
    queryKey: ['intake trial', query, mapping],
    queryFn: () => (source && mapping ? importSheet(source, query, mapping, true) : null),
    enabled: ready,
    staleTime: 0,
    gcTime: 0,
  });
}
