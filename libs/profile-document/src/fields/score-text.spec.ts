import { scoreText } from './score-text';

describe('the result of an education', () => {
  it('puts a word before a score that is only a figure', () => {
    expect(scoreText(' 3.9/4.0 ', 'en')).toBe('Score 3.9/4.0');
    expect(scoreText('8.9', 'hi-IN')).toBe('अंक 8.9');
    expect(scoreText('८.९', 'hi')).toBe('अंक ८.९');
  });

  it('leaves a score with words unchanged', () => {
    expect(scoreText('First class', 'en')).toBe('First class');
    expect(scoreText('GPA 3.9', 'en')).toBe('GPA 3.9');
    expect(scoreText('', 'en')).toBe('');
  });
});
