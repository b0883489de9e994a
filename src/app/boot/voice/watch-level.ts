const timesASecond = 20;

/** Tells how loud a microphone is, 0 to 1 on a scale of decibels as people hear it. The answer ends that. */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: 1024 });
  audio.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const measure = () => {
    // A browser may hold it back until somebody has touched the page: that is no silence.
    if (audio.state !== 'running') return;
    analyser.getFloatTimeDomainData(samples);
    onLevel(samplesToLevel(samples));
  };
  const timer = setInterval(measure, 1_000 / timesASecond);
  return () => {
    clearInterval(timer);
    void audio.close().catch(() => undefined);
  };
}

/** Samples are -1 to 1. Under 60 decibels below the loudest is silence. */
export function samplesToLevel(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power + 1e-12);
  return Math.min(1, Math.max(0, 1 + decibels / 60));
}
