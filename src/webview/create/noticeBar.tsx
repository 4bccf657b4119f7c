/** Something that must be dealt with first, with the buttons that do it. */
import type { Notice } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { usePage } from '../page/pageContext.ts';

export function NoticeBar({ notice }: { readonly notice: Notice }) {
  const { page } = usePage();
  return (
    <section class="notice" role="status">
      <p>{notice.text}</p>
      <div class="buttons">
        {notice.buttons.map(({ id, label }, index) => (
          <Button
            key={id}
            class={index === 0 ? 'primary' : 'secondary'}
            onClick={() => page.send({ type: 'notice', button: id })}
          >
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
