// On a commune's page: the region or group it is judged by in the round, who signed it, and signing it or another.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnsReply } from '@vungbuoc/programme/rounds';
import { useState } from 'react';
import { fetchColumns, signColumn } from '../../data/columns.ts';
import { useText } from '../../text/language.tsx';
import { Data, Law, Say } from '../../text/say.tsx';
import { type PlaceSearch, queryOf } from '../board/board-search.ts';
import { Failed } from '../frame/waiting.tsx';
import { ColumnForm, type Signature } from './column-form.tsx';

type Signed = NonNullable<ColumnsReply['units'][number]['signed']>;

/** Nothing where the set divides units by nothing, and in the look of today: a column is signed for the units of then. */
export function CommuneColumn(props: { code: string; search: PlaceSearch }) {
  const { code, search } = props;
  const query = queryOf(search);
  const then = query.geography !== 'now';
  const { data } = useQuery({
    queryKey: ['columns', code, query.round, query.set],
    queryFn: ({ signal }) => fetchColumns(code, query, signal),
    enabled: then,
  });
  const unit = data?.units[0];
  if (!then || !data?.dimension || !unit) return null;
  return <Column reply={data} dimension={data.dimension} unit={unit} />;
}

function Column(props: {
  reply: ColumnsReply;
  dimension: NonNullable<ColumnsReply['dimension']>;
  unit: ColumnsReply['units'][number];
}) {
  const { reply, dimension, unit } = props;
  const { t, of } = useText();
  const [open, setOpen] = useState(false);
  const signing = useSigning(reply.round, dimension.code, unit.unit, () => setOpen(false));
  return (
    <section className="column no-print">
      <p>
        <Law>{of(dimension.name)}</Law>
        {': '}
        {unit.signed ? (
          <SignedBy signed={unit.signed} columns={reply.columns} />
        ) : (
          <span className="doubt">{t('column.unsigned')}</span>
        )}{' '}
        {open ? null : (
          <button type="button" className="button-link" onClick={() => setOpen(true)}>
            {t(unit.signed ? 'column.change' : 'column.sign')}
          </button>
        )}
      </p>
      {open ? (
        <ColumnForm
          name={of(dimension.name)}
          columns={reply.columns}
          now={unit.signed?.column ?? ''}
          working={signing.isPending}
          onSign={(signature) => signing.mutate(signature)}
          onCancel={() => setOpen(false)}
        />
      ) : null}
      {signing.error ? (
        <Failed
          error={signing.error}
          at={signing.submittedAt}
          onAgain={() => signing.mutate(signing.variables)}
        />
      ) : null}
    </section>
  );
}

function SignedBy(props: { signed: Signed; columns: ColumnsReply['columns'] }) {
  const { signed, columns } = props;
  const { of, day } = useText();
  const column = columns.find(({ code }) => code === signed.column);
  const values = {
    column: <Law>{column ? of(column.name) : signed.column}</Law>,
    by: <Data>{signed.document === null ? signed.signedBy : `${signed.signedBy}, ${signed.document}`}</Data>,
    date: day(signed.signedOn),
  };
  if (signed.carriedFrom === null) return <Say k="column.signed" values={values} />;
  return <Say k="column.carried" values={{ ...values, round: <Data>{signed.carriedFrom}</Data> }} />;
}

function useSigning(round: string, dimension: string, unit: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (signature: Signature) =>
      signColumn({ unit, round, dimension, ...signature }, crypto.randomUUID()),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries();
    },
  });
}
