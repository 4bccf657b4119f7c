/** What the page asks for with its form. */
import { commands, l10n, type TextEditor } from 'vscode';
import { invalid } from '../../../core/checkRequest.ts';
import type { ReusableSettings } from '../../../core/metadata/imageSettings.ts';
import type { FormAction } from '../../../core/sidebar/fromView.ts';
import type { FormValues } from '../../../core/sidebar/formValues.ts';
import { chooseImage } from '../../images/imageArgument.ts';
import type { ImageSettings } from '../../images/imageSettings.ts';
import type { Models } from '../../model/models.ts';
import type { IntentHandlers } from '../intents.ts';
import { pickForForm } from './pickForForm.ts';
import type { Sidebar } from '../sidebar.ts';
import type { SidebarForm } from './sidebarForm.ts';
import type { SidebarJob } from '../jobs/sidebarJobs.ts';

export function formIntents(
  sidebar: Sidebar,
  form: SidebarForm,
  models: Models,
  settings: ImageSettings,
  reuse: (settings: ReusableSettings) => void,
  editor: () => TextEditor | undefined,
  start: (job: SidebarJob, editor: TextEditor | undefined) => void,
  cancelOwn: () => void,
): Pick<IntentHandlers, FormAction | 'form' | 'droppedFile' | 'droppedUri'> {
  /** @param instead what is on its way gives way, once it is certain that something new begins */
  async function generate(values: FormValues, instead: boolean): Promise<void> {
    const target = editor();
    const job = await form.submit(values, target);
    sidebar.update();
    if (!job) return;
    if (instead) cancelOwn();
    start(job, target);
  }

  return {
    form: ({ values }) => {
      const before = form.values.scheduler;
      form.note(values);
      // What is suggested goes on from what is typed.
      if (values.scheduler !== before) sidebar.update();
    },
    generate: ({ values }) => generate(values, false),
    startAgain: ({ values }) => generate(values, true),
    clear: ({ values }) => {
      form.note(values);
      form.clear();
      sidebar.update();
    },
    undo: () => {
      if (form.undo()) sidebar.announce(l10n.t('What was typed is back in the form.'));
      sidebar.update();
    },
    chooseModel: async ({ values }) => {
      form.note(values);
      const { defaults } = form.snapshot(editor()?.document.uri, undefined);
      const picked = await pickForForm(models, defaults);
      if (picked) form.choose(picked);
      sidebar.update();
    },
    chooseImage: async ({ values }) => {
      form.note(values);
      const image = await chooseImage();
      if (image) reuse(await settings.ofFile(image));
    },
    editStyles: () => void commands.executeCommand('workbench.action.openSettings', 'depict.styles'),
    droppedFile: async ({ bytes }) => {
      const found = await settings.ofBytes(bytes);
      if (!found) throw invalid({ type: 'noSettings', path: l10n.t('The image') });
      reuse(found);
    },
    droppedUri: async ({ uri }) => reuse(await settings.ofDropped(uri)),
  };
}
