import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parameters, type NumberParameter, type ParameterName } from '../../../src/core/parameters.ts';
import { linkStyles } from '../../../src/core/links/linkStyles.ts';
import { figureTemplate } from '../../../src/core/links/writeLink.ts';
import { endpointApis } from '../../../src/core/request.ts';
import { root } from '../../runner/root.mjs';

interface Setting {
  readonly type: string | readonly string[];
  readonly default: unknown;
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>>;
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

const json = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const manifest = json('package.json') as Manifest;
const texts = json('package.nls.json') as Readonly<Record<string, string>>;
const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
  string,
  Setting
>;

async function sources(): Promise<string> {
  const folder = path.join(root, 'src');
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts'));
  return (await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))).join('\n');
}

describe('package.json', () => {
  it('shows each parameter as a setting of the same type and range', () => {
    const inSettings = Object.keys(settings)
      .filter((key) => key.startsWith('depict.parameters.'))
      .map((key) => key.slice('depict.parameters.'.length));
    assert.deepEqual(inSettings.toSorted(), Object.keys(parameters).toSorted());
    for (const name of Object.keys(parameters) as ParameterName[]) {
      const parameter = parameters[name];
      const setting = settings[`depict.parameters.${name}`];
      assert(setting);
      if (parameter.type !== 'integer' && parameter.type !== 'number') continue;
      const { type, min, max }: NumberParameter = parameter;
      assert.deepEqual([setting.type, setting.minimum, setting.maximum], [[type, 'null'], min, max], name);
      assert.equal(setting.default, null, name);
    }
  });

  it('lets a workspace that is not trusted set nothing that steers requests, folders or names', () => {
    assert.deepEqual(
      Object.keys(settings).filter(
        (key) => !manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(key),
      ),
      [],
    );
  });

  it('lets no workspace set where requests and tokens go, nor who pays', () => {
    for (const key of ['hubUrl', 'routerUrl', 'endpoint.url', 'endpoint.api', 'billTo']) {
      assert.equal(settings[`depict.${key}`]?.scope, 'machine', key);
    }
  });

  it('offers the dialects that the code speaks', () => {
    assert.deepEqual(settings['depict.endpoint.api']?.enum, endpointApis);
  });

  it('suggests the figure where links are written', () => {
    assert.deepEqual(settings['depict.link.template']?.examples, [figureTemplate]);
  });

  it('wakes for the languages that have links', () => {
    assert.deepEqual(
      manifest.activationEvents.toSorted(),
      Object.keys(linkStyles)
        .map((language) => `onLanguage:${language}`)
        .toSorted(),
    );
  });

  it('has a text for each key and no other', async () => {
    const used = [...(await readFile(path.join(root, 'package.json'), 'utf8')).matchAll(/"%([^%"]+)%"/g)];
    assert.deepEqual([...new Set(used.map(([, key]) => key ?? ''))].toSorted(), Object.keys(texts).toSorted());
  });

  it('has a command in the code for each that it shows, under one category', async () => {
    const code = await sources();
    for (const { command, category } of manifest.contributes.commands) {
      assert.ok(code.includes(`registerCommand('${command}'`), command);
      assert.equal(category, 'Depict');
    }
  });

  it('shows in menus only commands and menus that it has', () => {
    const { commands, submenus, menus } = manifest.contributes;
    const known = [...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)];
    for (const { command, submenu } of Object.values(menus).flat()) {
      const shown = command ?? submenu;
      assert.ok(shown !== undefined && known.includes(shown), shown);
    }
  });

  it('has every setting that the code reads, and the code reads every setting', async () => {
    const code = await sources();
    for (const key of Object.keys(settings)) {
      const short = key.slice('depict.'.length);
      const isRead = code.includes(`'${short}'`) || short.startsWith('parameters.');
      assert.ok(isRead, `${key} is not read`);
    }
    for (const [, key] of code.matchAll(/given\('([a-zA-Z.]+)'\)/g)) assert.ok(settings[`depict.${key}`], key);
  });

  it('is built against the oldest VS Code that it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });
});
