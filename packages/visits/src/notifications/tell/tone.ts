const SECONDS = 0.35;
const LOUDNESS = 0.08;
/** Two notes that rise, hertz, and when each begins. */
const NOTES = [
  { frequency: 660, at: 0 },
  { frequency: 880, at: 0.12 },
];

/** A short tone; silence where the browser lets the page make no sound. */
export function playTone(): void {
  const context = new AudioContext();
  const volume = new GainNode(context, { gain: 0 });
  volume.connect(context.destination);
  const start = context.currentTime;
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  volume.gain.linearRampToValueAtTime(0, start + SECONDS);
  for (const { frequency, at } of NOTES) {
    const note = new OscillatorNode(context, { frequency });
    note.connect(volume);
    note.start(start + at);
    note.stop(start + SECONDS);
  }
  const close = () => void context.close().catch(() => undefined);
  // A page that nobody has touched may make no sound, and its clock stands still.
  if (context.state === 'suspended') context.resume().then(() => setTimeout(close, SECONDS * 1_000), close);
  else setTimeout(close, SECONDS * 1_000);
}
