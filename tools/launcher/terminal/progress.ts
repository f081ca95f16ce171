import { StoppedError } from './launch.errors';

/** How a step reports while it runs. */
export interface Step {
  /** Printed beside the step while it runs. */
  working(text: string): void;
  /** Printed beside the step when it is done. */
  result(text: string): void;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** One line for each step of the launch: its name, and at the end a tick and its duration. */
export class Progress {
  constructor(
    private readonly out: { write(text: string): unknown; isTTY?: boolean; columns?: number },
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Runs the work and prints its line. */
  async step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
    const began = this.now();
    const said = { working: '', result: '' };
    const redraw = this.animate(title, said, began);
    try {
      const answer = await work({ working: (text) => (said.working = text), result: (text) => (said.result = text) });
      this.finish('✓', title, said.result, began);
      return answer;
    } catch (error) {
      this.finish(error instanceof StoppedError ? '–' : '✗', title, '', began);
      throw error;
    } finally {
      clearInterval(redraw);
    }
  }

  /** A line between the steps. */
  line(text = ''): void {
    this.out.write(`${this.out.isTTY ? '\r\x1b[K' : ''}${text}\n`);
  }

  private animate(title: string, said: { working: string }, began: number): NodeJS.Timeout {
    if (!this.out.isTTY) {
      // A log is not animated: the step is printed once when it takes long.
      const announce = setInterval(() => {
        this.out.write(`  … ${title}\n`);
        clearInterval(announce);
      }, 2000);
      return announce;
    }
    let frame = 0;
    const draw = () => {
      const mark = FRAMES[(frame += 1) % FRAMES.length] ?? '';
      const text = `  ${mark} ${title}  ${seconds(this.now() - began)}  ${said.working}`;
      this.out.write(`\r${text.slice(0, (this.out.columns ?? 80) - 1)}\x1b[K`);
    };
    draw();
    return setInterval(draw, 125);
  }

  private finish(mark: string, title: string, detail: string, began: number): void {
    this.line(`  ${mark} ${title}${detail ? ` · ${detail}` : ''}  ${seconds(this.now() - began)}`);
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
