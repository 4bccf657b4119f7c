/** Parameters from a source that nobody answers for: what will not do is left out, without a word. */
import { checkParameter } from '../../checkRequest.ts';
import { isImageFailure } from '../../failure.ts';
import { parameters, type Parameter, type ParameterName, type ParameterValues } from '../../parameters.ts';

/** More than anybody types, and few enough to be shown one by one. */
const maxListLength = 100;

/** Only the parameters that the table knows, each by its type and range. Never throws. */
export function keepValid(values: Readonly<Partial<Record<ParameterName, unknown>>>): ParameterValues {
  const valid = (Object.entries(parameters) as [ParameterName, Parameter][])
    .filter(([name]) => Object.hasOwn(values, name))
    .map(([name, parameter]) => [name, validValue(name, values[name], parameter)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(valid) as ParameterValues;
}

function validValue(name: string, value: unknown, parameter: Parameter): unknown {
  if (value === null || value === undefined || (Array.isArray(value) && value.length > maxListLength)) return undefined;
  try {
    return checkParameter({ name, value }, parameter);
  } catch (error) {
    if (isImageFailure(error)) return undefined;
    throw error;
  }
}
