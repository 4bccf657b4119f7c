/** What runs, and what went wrong and waits to be dealt with. */
import type { JobCard } from '../../core/sidebar/viewState.ts';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import { JobItem } from './jobItem.tsx';
import { useClock } from './useClock.ts';

export function JobList({ jobs, clockAhead }: { readonly jobs: readonly JobCard[]; readonly clockAhead: number }) {
  const { strings } = usePage();
  const now = useClock(jobs.some(({ state }) => state === 'running')) + clockAhead;
  if (jobs.length === 0) return undefined;
  return (
    <section class="jobs" aria-labelledby="jobs-heading" {...focusHome}>
      <h2 id="jobs-heading">{strings.jobs.heading}</h2>
      <ul>
        {jobs.map((job) => (
          <JobItem key={job.id} job={job} now={now} />
        ))}
      </ul>
    </section>
  );
}
