/** What people come for: say what is wanted, watch it come, look at it. */
import { useEffect, useRef } from 'preact/hooks';
import { JobList } from '../jobs/jobList.tsx';
import { focusHome } from '../page/focusHome.ts';
import type { PageState } from '../page/pageState.ts';
import { Results } from '../images/results.tsx';
import { Form } from './form.tsx';
import { NoticeBar } from './noticeBar.tsx';

export function CreateTab({ state }: { readonly state: PageState }) {
  const { notice, jobs, results } = state.view;
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.awaitsImages) column.current?.querySelector('.job, .picture')?.scrollIntoView({ block: 'nearest' });
  }, [jobs[0]?.id, results[0]?.id]);
  return (
    <div class="create">
      <div class="column">
        {notice ? <NoticeBar notice={notice} /> : undefined}
        <Form state={state} />
      </div>
      <div class="column" ref={column} {...focusHome}>
        <JobList jobs={jobs} clockAhead={state.clockAhead} />
        <Results view={state.view} />
      </div>
    </div>
  );
}
