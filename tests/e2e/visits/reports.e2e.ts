import { expect, test } from '@playwright/test';
import { openPage, signIn } from '../crm/people.js';

test('reports tell visits of some days in figures and charts', async ({ browser }) => {
  const page = await signIn(browser, 'Admin');
  await openPage(page, 'Visit reports');
  const report = page.locator('crm-visit-report');
  const visits = report.locator('dt', { hasText: /^Visits$/ }).locator(':scope + dd');
  await expect(visits).toHaveText(/^[1-9]/);
  const all = Number((await visits.innerText()).replaceAll(',', ''));
  for (const name of ['Sources', 'Top pages', 'Visitor types', 'Countries', 'Browsers'])
    await expect(
      report.getByRole('region', { name, exact: true }).getByRole('listitem').first(),
    ).toBeVisible();
  await report.getByText('Show as a table').click();
  const figures = await report.locator('tbody td:nth-child(2)').allInnerTexts();
  expect(figures.map(Number).reduce((sum, figure) => sum + figure)).toBe(all);

  await test.step('of fewer days, fewer visits', async () => {
    await report
      .getByRole('textbox', { name: 'To' })
      .fill(dayBefore(await report.getByRole('textbox', { name: 'To' }).inputValue()));
    await expect(visits).not.toHaveText(String(all));
    await report.getByRole('textbox', { name: 'From' }).fill('2099-01-01');
    await expect(report.getByRole('alert')).toHaveText('The first day has to be before the last.');
  });
  await page.context().close();
});

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
