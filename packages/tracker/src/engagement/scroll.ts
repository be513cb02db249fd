export interface ScrollDepth {
  /** Looks at the page as it is; costs a layout if one is due. */
  sample(): void;
  /** Forgets the depth so far: another page is shown. */
  restart(): void;
  /** Deepest point seen, percent of the page as it is now long. */
  percent(): number;
}

/** Scroll depth without a scroll listener. */
export const createScrollDepth = (): ScrollDepth => {
  const root = document.documentElement;
  let deepest = 0;
  let length = 0;
  const sample = (): void => {
    deepest = Math.max(deepest, scrollY + innerHeight);
    length = root.scrollHeight;
  };
  let observer: IntersectionObserver | undefined;
  return {
    sample,
    restart() {
      deepest = 0;
      observer?.disconnect();
      observer = new IntersectionObserver(sample, {
        // Stretches the viewport upwards without end: what intersects has been scrolled through.
        rootMargin: '9999999px 0px 0px',
        // Every 4 % of the page is noticed while scrolling; leaving is exact.
        threshold: Array.from({ length: 26 }, (_, index) => index / 25),
      });
      observer.observe(root);
    },
    percent: () => Math.min(100, Math.round((100 * deepest) / length)) || 0,
  };
};
