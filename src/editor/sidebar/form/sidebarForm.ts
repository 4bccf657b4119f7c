/** The form's side of the host: what stands in it, what is wrong with it, and what Generate makes of it. */
import { l10n, window, type TextEditor, type Uri } from 'vscode';
import { countRange } from '../../../core/checkRequest.ts';
import type { ReusableSettings } from '../../../core/metadata/imageSettings.ts';
import { plainText } from '../../../core/plainText.ts';
import { reusableModel } from '../../../core/reusableModel.ts';
import { formProblems, requestOf } from '../../../core/sidebar/formRequest.ts';
import { isSameForm, keptForm } from '../../../core/sidebar/formUndo.ts';
import { formWith } from '../../../core/sidebar/formWith.ts';
import { emptyForm, type FormValues } from '../../../core/sidebar/formValues.ts';
import type { HomeSamplers } from '../../../core/sidebar/schedulerSuggestions.ts';
import type { FormSnapshot } from '../../../core/sidebar/viewState.ts';
import { requestWords } from '../../failures/requestWords.ts';
import type { OrderFor } from '../../generate/order.ts';
import { documentHome } from '../../links/documentHome.ts';
import { readDefaults } from '../../settings/readDefaults.ts';
import { readStyles } from '../../settings/readStyles.ts';
import type { FormMemory } from './formMemory.ts';
import { fieldLabels, formSnapshot, type FieldProblems } from './formSnapshot.ts';
import type { Picked } from './pickForForm.ts';
import type { SidebarJob } from '../jobs/sidebarJobs.ts';

export interface SidebarForm {
  readonly values: FormValues;
  snapshot(scope: Uri | undefined, lastSeed: string | undefined): FormSnapshot;
  note(values: FormValues): void;
  clear(): void;
  /** Brings back what was typed before the form was filled or cleared. False where there is nothing. */
  undo(): boolean;
  put(settings: ReusableSettings): void;
  choose(picked: Picked): void;
  /** One job, of all prompts; undefined when something is wrong (it is told in the snapshot then) or refused. */
  submit(values: FormValues, editor: TextEditor | undefined): Promise<SidebarJob | undefined>;
}

/** @param samplers what the user's own server has told by now */
export function createSidebarForm(
  memory: FormMemory,
  orderFor: OrderFor,
  samplers: () => HomeSamplers | undefined,
): SidebarForm {
  let problems: FieldProblems = {};
  /** What was typed before the form was replaced, until something else is typed. */
  let kept: FormValues | undefined;
  /** Of the image that filled the form, until something else is typed. */
  let strangeModel: string | undefined;

  function note(values: FormValues): void {
    // Every button brings along what stands in the form: that is no typing.
    if (kept && !isSameForm(values, memory.values)) kept = undefined;
    if (!isSameForm(values, memory.values)) strangeModel = undefined;
    memory.note(values);
    problems = {};
  }

  function replace(values: FormValues): void {
    kept = keptForm(kept, memory.values, values);
    put(values);
  }

  function put(values: FormValues): void {
    memory.replace(values);
    strangeModel = undefined;
    problems = {};
  }

  return {
    get values() {
      return memory.values;
    },
    snapshot: (scope, lastSeed) =>
      formSnapshot(memory, kept !== undefined, scope, samplers(), lastSeed, strangeModel, problems),
    note,
    clear() {
      const { model, provider, count } = memory.values;
      replace({ ...emptyForm, model, provider, count });
    },
    undo() {
      if (!kept) return false;
      put(kept);
      kept = undefined;
      return true;
    },
    put(settings) {
      const api = readDefaults(undefined).endpoint?.api;
      replace(formWith(settings, memory.values, api));
      const { model } = settings;
      if (model !== undefined && reusableModel(model, api) === undefined) strangeModel = plainText(model, 100);
    },
    choose(picked) {
      put({ ...memory.values, ...picked });
    },
    async submit(values, editor) {
      note(values);
      const document = editor && documentHome(editor.document);
      const styles = readStyles(document);
      const found = formProblems(values, styles, fieldLabels());
      problems = Object.fromEntries(found.map(({ field, problem }) => [field, requestWords(problem)]));
      if (found.length > 0) return undefined;
      const { prompts, common } = requestOf(values, styles);
      if (!(await confirmMany(prompts.length * Number(common.count)))) return undefined;
      const source = { document, languageId: editor?.document.languageId, prompts };
      return { title: values.prompt.trim(), makeOrder: () => orderFor(common, source) };
    },
  };
}

/** A few bars and a count make hundreds of images: they are not begun without a question. */
async function confirmMany(count: number): Promise<boolean> {
  if (count <= countRange.max) return true;
  const go = l10n.t('Generate {0} Images', count);
  const question = l10n.t('The alternatives in the prompt make {0} images.', count);
  return (await window.showWarningMessage(question, { modal: true }, go)) === go;
}
