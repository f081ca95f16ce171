import * as moves from './moves';
import * as removal from './removal';
import * as reviews from './review';
import { suggestedTarget } from './targets';
import { importedWith } from './testing/imported';

const begin = () => reviews.reviewOf(importedWith());
const work = (review: reviews.Review) => review.document.work?.[0];
const waiting = (review: reviews.Review) =>
  review.leftovers.filter(({ discarded }) => !discarded).map(({ text }) => text);

describe('the review of an import', () => {
  it('begins with the doubts and the lines without a place', () => {
    const review = begin();
    expect(reviews.openCount(review)).toEqual({ doubts: 2, leftovers: 1 });
    expect(review.leftovers).toEqual([{ id: 0, text: 'Rowing since 2005', lines: [8], discarded: false }]);
    expect(reviews.valuesByLine(review).get(2)).toEqual(['/work/0/name', '/work/0/position']);
  });

  it('shows the lines beside a value that is missing', () => {
    expect(reviews.linesNear(begin(), '/work/0/startDate')).toEqual([2, 4, 5]);
  });

  it('offers both dates of a day and a month that nothing decides', () => {
    const written = reviews.write(begin(), '/work/0/startDate', '03/04/2019');
    expect(reviews.readingsOf(written, '/work/0/startDate')).toEqual(['2019-04-03', '2019-03-04']);
    expect(reviews.readingsOf(written, '/work/0/name')).toEqual([]);
  });

  it('settles a doubt when its value is written or taken as it is', () => {
    const written = reviews.write(begin(), '/work/0/startDate', '2019');
    expect([work(written)?.startDate, reviews.openCount(written).doubts]).toEqual(['2019', 1]);
    expect(reviews.openCount(reviews.settle(written, '/basics/email')).doubts).toBe(0);
  });

  it('takes the text of another import value as its words', () => {
    const imported = importedWith({ unplaced: [{ pointer: '/hobby', value: { name: 'chess' }, reason: 'x' }] });
    expect(waiting(reviews.reviewOf(imported))).toEqual(['chess']);
    const cut = importedWith({ unplaced: [{ pointer: '/pages', value: null, reason: 'pdf.too-long' }] });
    expect(waiting(reviews.reviewOf(cut))).toEqual([]);
  });
});

describe('placing a text', () => {
  const highlights = { section: 'work', item: 0, field: 'highlights' };

  it('puts a line at the end of a list, without its bullet, and marks where it stands', () => {
    const placed = moves.placeLeftover(begin(), 0, highlights);
    expect(work(placed)?.highlights?.[2]).toBe('Rowing since 2005');
    expect([waiting(placed), reviews.linesAt(placed, '/work/0/highlights/2')]).toEqual([[], [8]]);
  });

  it('begins a new entry of a section', () => {
    const placed = moves.placeLeftover(begin(), 0, { section: 'interests', item: null, field: 'name' });
    expect(placed.document.interests).toEqual([{ name: 'Rowing since 2005' }]);
    const place = { section: 'basics', item: null, field: 'city' };
    expect(moves.placeLeftover(begin(), 0, place).document.basics?.location).toEqual({ city: 'Rowing since 2005' });
  });

  it('reads the dates of a period into both of its fields', () => {
    const period = importedWith({ unplaced: [{ pointer: '/x', value: 'March 2019 - May 2021', reason: 'x' }] });
    const placed = moves.placeLeftover(reviews.reviewOf(period), 0, { ...highlights, field: 'startDate' });
    expect(work(placed)).toMatchObject({ startDate: '2019-03', endDate: '2021-05' });
    expect(waiting(placed)).toEqual(['once']);
  });

  it('leaves what stood on a single line to be placed', () => {
    const placed = moves.placeLeftover(begin(), 0, { ...highlights, field: 'name' });
    expect(work(placed)?.name).toBe('Rowing since 2005');
    expect(placed.leftovers).toEqual([{ id: 0, text: 'Planner', lines: [2], discarded: false }]);
  });

  it('suggests the entry of the line before', () => {
    expect(suggestedTarget(begin(), [8])).toEqual(highlights);
    expect(suggestedTarget(begin(), [])).toEqual({ section: 'basics', item: null, field: 'summary' });
  });
});

describe('moving what was placed', () => {
  it('exchanges position and employer in two moves', () => {
    const first = moves.moveValue(begin(), '/work/0/name', { section: 'work', item: 0, field: 'position' });
    expect([work(first)?.position, waiting(first)]).toEqual(['Planner', ['Rowing since 2005', 'Blue Shipping']]);
    const second = moves.placeLeftover(first, 1, { section: 'work', item: 0, field: 'name' });
    expect(work(second)).toMatchObject({ name: 'Blue Shipping', position: 'Planner' });
    expect(waiting(second)).toEqual(['Rowing since 2005']);
  });

  it('follows the places of a list when one of its entries is moved', () => {
    const target = { section: 'work', item: 0, field: 'summary' };
    const moved = moves.moveValue(begin(), '/work/0/highlights/0', target);
    expect(work(moved)?.highlights).toEqual(['Wrote the handbook']);
    expect(work(moved)?.summary).toBe('Plans the berths of the harbour.\nCut waiting by 20 %');
    expect(reviews.linesAt(moved, '/work/0/highlights/0')).toEqual([7]);
    expect(reviews.linesAt(moved, '/work/0/summary')).toEqual([4, 5, 6]);
  });

  it('takes the words of a line out of the values in which it stands', () => {
    const target = { section: 'basics', item: null, field: 'label' };
    const moved = moves.moveLine(begin(), 5, 'of the harbour.', target);
    expect([moved.document.basics?.label, work(moved)?.summary]).toEqual(['of the harbour.', 'Plans the berths']);
    const whole = moves.moveLine(begin(), 2, 'Planner, Blue Shipping', target);
    expect(work(whole)).not.toHaveProperty('name');
    expect(whole.document.basics?.label).toBe('Planner, Blue Shipping');
  });

  it('discards a value so that it can be placed again', () => {
    const gone = removal.discardValue(begin(), '/work/0/highlights/0');
    const [, last] = gone.leftovers;
    expect(last).toEqual({ id: 1, text: 'Cut waiting by 20 %', lines: [6], discarded: true });
    expect(waiting(reviews.discard(gone, 1, false))).toEqual(['Rowing since 2005', 'Cut waiting by 20 %']);
    expect(waiting(reviews.discardAll(begin()))).toEqual([]);
  });

  it('discards an entry with all its texts, and the doubts about it', () => {
    const gone = removal.discardItem(begin(), 'work', 0);
    expect(gone.document.work).toEqual([]);
    expect(gone.doubts.map(({ pointer }) => pointer)).toEqual(['/basics/email']);
    expect(gone.leftovers[1]?.text).toContain('Wrote the handbook');
  });

  it('leaves no entry without a value behind', () => {
    const skills = importedWith({ document: { skills: [{ name: 'Boats' }, { name: 'Ports' }] } });
    const moved = moves.moveValue(reviews.reviewOf(skills), '/skills/0/name', {
      section: 'skills',
      item: 1,
      field: 'keywords',
    });
    expect(moved.document.skills).toEqual([{ name: 'Ports', keywords: ['Boats'] }]);
  });
});
