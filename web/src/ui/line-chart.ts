import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartProps } from './chart.tsx'

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

const colours = { main: '#14568C', compare: '#78848F', zi: '#74406F', zhe: '#8A5200', lu: '#14705A' }

/** Draws into the element and answers how to take it down. Loaded only where a chart is. */
export function drawLines(element: HTMLElement, { x, series, most, unit = '', target }: ChartProps): () => void {
  const chart: EChartsType = init(element, null, { renderer: 'svg' })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 88, top: 20, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', borderColor: '#C6CED5', borderRadius: 4, textStyle: { color: '#17212B', fontSize: 13 }, valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value}${unit}` : '—') },
    xAxis: { type: 'category', data: x, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: '#78848F' } }, axisLabel: { color: '#5B6773', fontSize: 12, hideOverlap: true } },
    yAxis: { type: 'value', max: most, splitNumber: 4, splitLine: { lineStyle: { color: '#DCE2E7' } }, axisLabel: { color: '#5B6773', fontSize: 12, formatter: `{value}${unit}` } },
    series: series.map(({ name, values, look = 'main' }, index) => ({
      name,
      type: 'line',
      data: values,
      symbol: 'none',
      lineStyle: { color: colours[look], width: look === 'compare' ? 1.5 : 2.25, type: look === 'compare' ? 'dashed' : 'solid' },
      itemStyle: { color: colours[look] },
      // Labels stand on the line instead of in a legend.
      endLabel: { show: true, formatter: `${name} {c}${unit}`, color: look === 'compare' ? '#5B6773' : colours[look], fontSize: 12, fontWeight: look === 'compare' ? 400 : 600 },
      ...(target && index === 0
        ? { markLine: { symbol: 'none', silent: true, lineStyle: { color: '#8A5200', type: 'dashed' }, label: { formatter: target.label, position: 'insideStartTop', color: '#8A5200', fontSize: 12 }, data: [{ yAxis: target.value }] } }
        : {}),
    })),
  })
  const resize = new ResizeObserver(() => chart.resize())
  resize.observe(element)
  return () => {
    resize.disconnect()
    chart.dispose()
  }
}
