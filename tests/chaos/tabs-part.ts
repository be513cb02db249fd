import type { Scene } from './nodes-part.js';
import type { Random } from './random.js';
export async function tabsPart(_scene: Scene, _random: Random, _kills: number): Promise<number> { return 0; }
