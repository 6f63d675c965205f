import { openBrowser } from '#tests/e2e/open-browser.ts';
import { median, rounded } from './statistics.ts';

const pressesEach = 20;
/** Keys that change the screen without asking the server, and what they do. */
const presses = { KeyJ: 'next row', KeyK: 'previous row', KeyX: 'select a row' };

type Timed = Window & { pressed: number[] };

/** From a key press to the frame that shows what it did, as the browser's Event Timing says, ms. */
export async function measureKeys(pult: string, cookie: string, path: string) {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: pult }]);
    await page.addInitScript(() => {
      const timed = window as unknown as Timed;
      timed.pressed = [];
      const watch = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (entry.name === 'keydown') timed.pressed.push(entry.duration);
        }
      });
      watch.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    });
    await page.goto(pult + path);
    await page.locator('[data-row]').first().waitFor();
    await page.waitForTimeout(500);
    const figures: Record<string, number> = {};
    for (const [code, what] of Object.entries(presses)) {
      await page.evaluate(() => {
        (window as unknown as Timed).pressed = [];
      });
      for (let press = 0; press < pressesEach; press++) {
        await page.keyboard.press(code);
        await page.waitForTimeout(60);
      }
      const seen = await page.evaluate(() => (window as unknown as Timed).pressed);
      figures[what] = seen.length > 0 ? rounded(median(seen)) : 16;
    }
    return { ...figures, worstMs: Math.max(...Object.values(figures)) };
  } finally {
    await browser.close();
  }
}
