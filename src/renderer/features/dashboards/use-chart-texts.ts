/** What the charts of the kit say to people and screen readers. */
import { useFormat, useTexts } from '../../i18n/context.tsx';

export function useChartTexts(title: string) {
  const t = useTexts('dashboards');
  const format = useFormat();
  return {
    ariaLabel: title,
    hideFilter: true,
    height: 200,
    i18nStrings: {
      legendAriaLabel: t('chart.legend'),
      chartAriaRoleDescription: t('chart.role'),
      xAxisAriaRoleDescription: t('chart.xAxis'),
      yAxisAriaRoleDescription: t('chart.yAxis'),
      detailPopoverDismissAriaLabel: t('chart.close'),
      segmentAriaRoleDescription: t('chart.segment'),
      yTickFormatter: (value: number) => format.count(value),
    },
  } as const;
}
