/** One job: what it is for, what it is doing and since when, and what can be done about it. */
import type { JobCard } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import { elapsed } from './elapsed.ts';
import { Progress } from './progress.tsx';

/** @param now the host's clock, in milliseconds since 1970 */
export function JobItem({ job, now }: { readonly job: JobCard; readonly now: number }) {
  const { page, strings } = usePage();
  const isRunning = job.state === 'running';
  const last = isRunning
    ? { id: 'cancel', label: strings.jobs.cancel }
    : { id: 'dismiss', label: strings.jobs.dismiss };
  return (
    <li class={`job ${job.state}`}>
      <p class="title" title={job.title}>
        {job.title}
      </p>
      <p class="stage">
        {isRunning ? undefined : <Icon name="warning" />}
        <span>{job.text}</span>
        {isRunning ? <span class="elapsed">{elapsed(now - job.startedAt, strings.jobs)}</span> : undefined}
      </p>
      {isRunning ? <Progress fraction={job.fraction} label={fill(strings.jobs.progress, job.title)} /> : undefined}
      <div class="buttons">
        {[...job.buttons, last].map(({ id, label }) => (
          <Button
            key={id}
            class="secondary"
            aria-label={fill(strings.jobs.about, label, job.title)}
            onClick={() => page.send({ type: 'job', id: job.id, button: id })}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}
