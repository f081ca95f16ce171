// breaks: @typescript-eslint/switch-exhaustiveness-check
type Source = 'plan' | 'top-up' | 'operator';

export function describeSource(source: Source): string | undefined {
  switch (source) {
    case 'plan':
      return 'Plan';
    case 'top-up':
      return 'Top-up';
  }
}
