/** The colours of a picture: chosen by the time of day, bent by weather, season and the colours in the prompt. */
import { adjust, colour, mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import type { Random } from '../random.ts';
import type { Theme } from './theme.ts';

export interface Palette {
  /** From the zenith down to the horizon. */
  readonly sky: readonly Colour[];
  /** Sun or moon: its disc and the light around it. */
  readonly disc: Colour;
  readonly halo: Colour;
  /** Lit and shaded sides of clouds. */
  readonly cloudLight: Colour;
  readonly cloudShade: Colour;
  /** Land in the distance and close by. */
  readonly far: Colour;
  readonly near: Colour;
  /** What lies between the layers of land. */
  readonly haze: Colour;
  /** Sides that face the light, where land has a colour of its own. */
  readonly lit: Colour;
  readonly water: Colour;
  /** Windows and lamps. */
  readonly lamp: Colour;
}

interface Codes {
  readonly sky: readonly string[];
  readonly disc: string;
  readonly halo: string;
  readonly clouds: readonly [light: string, shade: string];
  readonly land: readonly [far: string, near: string];
  readonly haze: string;
  readonly lit: string;
  readonly water: string;
}

const byTime: Readonly<Record<Theme['time'], readonly Codes[]>> = {
  dusk: [
    {
      sky: ['#1d2b53', '#47407d', '#8f4f8b', '#dd6f7e', '#ffa66b', '#ffd694'],
      disc: '#fff0c2',
      halo: '#ff9c4f',
      clouds: ['#ffb489', '#6c4a83'],
      land: ['#9a5f8c', '#1a1430'],
      haze: '#f0918a',
      lit: '#e58a6d',
      water: '#1f2850',
    },
    {
      sky: ['#173554', '#3b6580', '#86939a', '#dba888', '#f9b56c', '#ffdf9c'],
      disc: '#fff3cf',
      halo: '#ffab52',
      clouds: ['#ffcf9a', '#6b6f80'],
      land: ['#74808f', '#101d2b'],
      haze: '#f3b98a',
      lit: '#e8a36b',
      water: '#17324a',
    },
    {
      sky: ['#2a1b4a', '#57296b', '#a0376f', '#e2575f', '#ff8d54', '#ffc56e'],
      disc: '#ffe9b0',
      halo: '#ff7a45',
      clouds: ['#ff9a74', '#662c68'],
      land: ['#8c3f72', '#1c0d28'],
      haze: '#f07a66',
      lit: '#ee8458',
      water: '#2a1a48',
    },
  ],
  dawn: [
    {
      sky: ['#5d83b5', '#8ba6cb', '#bfc2d9', '#ecc9ca', '#fbd9bd', '#fff0d2'],
      disc: '#fffbe8',
      halo: '#ffd9a0',
      clouds: ['#fff0e2', '#a9aecb'],
      land: ['#a6b0cb', '#25384c'],
      haze: '#f4d7cb',
      lit: '#d9c3a5',
      water: '#58789c',
    },
    {
      sky: ['#3f6a86', '#6c9aa6', '#a5c4bd', '#e3dcb8', '#fbdf9f', '#fff3c9'],
      disc: '#fffbe0',
      halo: '#ffe08a',
      clouds: ['#fff4d6', '#8fb0b3'],
      land: ['#8fb1b0', '#173a3b'],
      haze: '#e9e2bd',
      lit: '#c9cf8d',
      water: '#3f7583',
    },
  ],
  day: [
    {
      sky: ['#1f6fb8', '#4493d0', '#7cb8e2', '#aed7ec', '#d8ecf0', '#eff6ee'],
      disc: '#ffffff',
      halo: '#fff2c4',
      clouds: ['#ffffff', '#a9c3da'],
      land: ['#93b9cc', '#1d4a3d'],
      haze: '#d4e9ec',
      lit: '#a8c66c',
      water: '#1d6a94',
    },
    {
      sky: ['#2c86b0', '#5aabc6', '#93cdd4', '#c2e4dc', '#e6f0dc', '#f9f5e0'],
      disc: '#ffffff',
      halo: '#fff0b8',
      clouds: ['#fffdf4', '#a5c8cd'],
      land: ['#92bfc0', '#235240'],
      haze: '#dcecdc',
      lit: '#b9c968',
      water: '#23809a',
    },
  ],
  night: [
    {
      sky: ['#040818', '#08122c', '#0f2146', '#1b3763', '#2d527f', '#4a7397'],
      disc: '#f6f2dc',
      halo: '#8fb4dc',
      clouds: ['#4d6d94', '#122443'],
      land: ['#2e4d74', '#040913'],
      haze: '#3b6189',
      lit: '#5b82a8',
      water: '#081730',
    },
    {
      sky: ['#090619', '#150e35', '#271a55', '#3d2b74', '#5a4490', '#8068a6'],
      disc: '#fdf3e0',
      halo: '#b79be6',
      clouds: ['#6b58a0', '#1d1545'],
      land: ['#443579', '#070412'],
      haze: '#5d4a93',
      lit: '#8070b4',
      water: '#120c30',
    },
  ],
};

/** What a colour word pulls the others to. */
const tints: Readonly<Record<NonNullable<Theme['hue']>, string>> = {
  pink: '#f58fc0',
  red: '#e0453f',
  orange: '#f28c38',
  golden: '#efc045',
  green: '#5fae63',
  teal: '#3fb3b0',
  blue: '#3f7fe0',
  purple: '#8f5fd6',
};

export function paletteOf(theme: Theme, random: Random): Palette {
  const codes = random.pick(byTime[theme.time]);
  const turn = random.between(-7, 7);
  const bend = (code: string): Colour => weathered(tinted(adjust(colour(code), { turn }), theme), theme);
  const [cloudLight, cloudShade] = codes.clouds;
  const [far, near] = codes.land;
  return {
    sky: codes.sky.map(bend),
    disc: colour(codes.disc),
    halo: tinted(colour(codes.halo), theme),
    cloudLight: bend(cloudLight),
    cloudShade: bend(cloudShade),
    far: bend(far),
    near: grown(bend(near), theme),
    haze: bend(codes.haze),
    lit: grown(bend(codes.lit), theme),
    water: bend(codes.water),
    lamp: colour('#ffc46b'),
  };
}

function tinted(base: Colour, { hue }: Theme): Colour {
  if (hue === undefined) return base;
  const tint = colour(tints[hue]);
  const brightness = Math.cbrt(0.3 * base[0] + 0.6 * base[1] + 0.1 * base[2]);
  return mix(base, adjust(tint, { lightness: 0.35 + brightness * 0.95, chroma: 0.9 }), 0.42);
}

function weathered(base: Colour, { weather, time }: Theme): Colour {
  const grey = colour(time === 'night' ? '#1a2331' : time === 'day' ? '#8b98a3' : '#8d8391');
  if (weather === 'storm') return mix(adjust(base, { lightness: 0.72, chroma: 0.6 }), grey, 0.35);
  if (weather === 'rain') return mix(adjust(base, { lightness: 0.85, chroma: 0.6 }), grey, 0.35);
  if (weather === 'fog') return mix(base, grey, 0.25);
  return base;
}

/** What the season does to land: leaves, grass and snow. */
function grown(base: Colour, { season, time }: Theme): Colour {
  const share = time === 'night' ? 0.25 : 0.5;
  if (season === 'autumn') return mix(base, adjust(colour('#c8642a'), { lightness: lightnessOf(base) }), share);
  if (season === 'spring') return mix(base, adjust(colour('#e79ab5'), { lightness: lightnessOf(base) }), share * 0.6);
  return base;
}

function lightnessOf(base: Colour): number {
  return 0.25 + 1.1 * Math.cbrt(0.3 * base[0] + 0.6 * base[1] + 0.1 * base[2]);
}
