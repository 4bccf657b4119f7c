/** The steps of Check Connection as a list that fills while they are taken. Each line can do something about itself. */
import { env, l10n, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import { isFine, stateOf, stepOf, type Finding, type StepId } from '../../core/connection/finding.ts';
import { plainText } from '../../core/plainText.ts';
import { copiedText } from './copiedText.ts';
import { findingWords } from './findingWords.ts';
import { remedyLabel, type Remedy } from './remedy.ts';
import { stateIcons, stepName } from './stepNames.ts';

export interface CheckListEvents {
  readonly onRemedy: (remedy: Remedy) => void;
  readonly onTestImage: () => void;
  readonly onShowLog: () => void;
  /** Closed, by the user or by `close`. */
  readonly onClosed: () => void;
}

export interface CheckList {
  /** All steps anew, none of them taken. */
  begin(steps: readonly StepId[]): void;
  show(finding: Finding): void;
  /** The test image is being made. */
  making(): void;
  /** Every step is taken. */
  end(): void;
  close(): void;
}

interface Item extends QuickPickItem {
  readonly remedy?: Remedy;
  readonly testImage?: true;
}

/** `machine`: where the extension runs, for people. */
export function showCheckList(machine: string, events: CheckListEvents): CheckList {
  const pick = window.createQuickPick<Item>();
  const buttons = {
    again: { iconPath: new ThemeIcon('refresh'), tooltip: l10n.t('Check Again') },
    copy: { iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy as Text') },
    log: { iconPath: new ThemeIcon('output'), tooltip: l10n.t('Show Log') },
  } satisfies Record<string, QuickInputButton>;
  let steps: readonly StepId[] = [];
  let findings: readonly Finding[] = [];
  let isMaking = false;
  let isClosed = false;

  Object.assign(pick, {
    title: l10n.t('Check Connection from {0}', machine),
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
    keepScrollPosition: true,
    buttons: Object.values(buttons),
  });

  function draw(): void {
    const [active] = pick.activeItems;
    const taken = findings.filter((finding) => stepOf(finding) !== 'image');
    const isDone = taken.length === steps.length;
    const lines = steps.map((step, index) => {
      const finding = taken.find((one) => stepOf(one) === step);
      return finding ? foundItem(finding, machine) : pendingItem(step, index === taken.length);
    });
    pick.items = isDone ? [...lines, imageItem()] : lines;
    const same = pick.items.find(({ label }) => label === active?.label);
    if (same) pick.activeItems = [same];
    pick.busy = !isDone || isMaking;
    pick.placeholder = pick.busy ? l10n.t('Checking…') : summaryWords(findings);
  }

  function imageItem(): Item {
    const finding = findings.find((one) => stepOf(one) === 'image');
    if (isMaking) return pendingItem('image', true);
    return finding ? foundItem(finding, machine) : testImageItem();
  }

  function act({ remedy, testImage }: Item): void {
    if (testImage) events.onTestImage();
    else if (remedy) events.onRemedy(remedy);
  }

  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (item) act(item);
  });
  pick.onDidTriggerItemButton(({ item }) => act(item));
  pick.onDidTriggerButton((button) => {
    if (button === buttons.again) events.onRemedy({ type: 'again' });
    if (button === buttons.log) events.onShowLog();
    if (button === buttons.copy) void env.clipboard.writeText(copiedText(findings, machine));
  });
  pick.onDidHide(() => {
    isClosed = true;
    events.onClosed();
    pick.dispose();
  });

  return {
    begin(wanted) {
      steps = wanted;
      findings = [];
      isMaking = false;
      draw();
      pick.show();
    },
    show(finding) {
      if (isClosed) return;
      isMaking = false;
      findings = [...findings.filter((one) => stepOf(one) !== stepOf(finding)), finding];
      draw();
    },
    making() {
      if (isClosed) return;
      isMaking = true;
      draw();
    },
    end() {
      if (isClosed) return;
      // The first line that needs somebody; screen readers say it.
      const worst = pick.items.find(({ label }) => label.startsWith(stateIcons.failed));
      if (worst) pick.activeItems = [worst];
    },
    close: () => pick.hide(),
  };
}

function foundItem(finding: Finding, machine: string): Item {
  const { text, remedy } = findingWords(finding, machine);
  const [first, rest] = firstSentence(withoutIcons(plainText(text, 700)));
  const line = { label: `${stateIcons[stateOf(finding)]} ${stepName(stepOf(finding))}`, description: first };
  if (!remedy) return { ...line, ...(rest === '' ? {} : { detail: rest }) };
  const label = remedyLabel(remedy);
  return {
    ...line,
    detail: `${rest} $(arrow-right) ${label}`.trim(),
    buttons: [{ iconPath: new ThemeIcon('wrench'), tooltip: label }],
    remedy,
  };
}

function pendingItem(step: StepId, isNext: boolean): Item {
  return { label: `${isNext ? stateIcons.running : stateIcons.waiting} ${stepName(step)}` };
}

/** A list draws `$(pass)` as an icon, also where a server has written it. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}

function testImageItem(): Item {
  return {
    label: `$(beaker) ${l10n.t('Make a Small Test Image (May Be Billed)')}`,
    detail: l10n.t('The only proof that images come. It is not saved.'),
    testImage: true,
  };
}

/** A line holds little: what has happened stands on it, what follows below. */
function firstSentence(text: string): readonly [first: string, rest: string] {
  const end = /[.!?] (?=\p{Lu})/u.exec(text)?.index;
  return end === undefined ? [text, ''] : [text.slice(0, end + 1), text.slice(end + 2)];
}

function summaryWords(findings: readonly Finding[]): string {
  return isFine(findings)
    ? l10n.t('Nothing keeps images from coming.')
    : l10n.t('Something keeps images from coming: choose its line to put it right.');
}
