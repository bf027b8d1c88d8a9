// An installation without a programme, or a programme without a round: the way on is the page that founds one.
import { Navigate } from '@tanstack/react-router';
import { Refused } from '../../data/http.ts';

export function hasNothingYet(error: Error): boolean {
  return error instanceof Refused && (error.code === 'programme.none' || error.code === 'round.none');
}

export function ToBegin() {
  return <Navigate to="/desk/begin" search={(before) => ({ lang: before.lang })} replace />;
}
