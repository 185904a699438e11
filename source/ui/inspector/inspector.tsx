import {worst} from '../../analysis/trace-findings.js';
import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import {paneSize} from '../screen/layout.js';
import {Lines} from '../screen/lines.js';
import {listWindow} from '../screen/list-state.js';
import {Pane} from '../screen/pane.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {severityRoles} from '../screen/severity-roles.js';
import {inspectorList, inspectorRows} from './inspector-rows.js';
import {type FindingCount, tabRow, tabTitle} from './tab-row.js';

/** What the selected event is, and the message that the events build. */
export function Inspector({model}: {readonly model: ScreenModel}) {
	const size = paneSize(model.layout, 'inspector');
	if (size === null) {
		return null;
	}

	const {state, theme} = model;
	const {width, height} = model.inside('inspector');
	const source = inspectorRows(model);
	const {top, bottom, selected} = listWindow(inspectorList(model, source), source.count, height);
	const isFocused = state.focus === 'inspector';
	const lines = source
		.slice(top, bottom)
		.map(({row}, index) =>
			paintRow(row, width, theme, isFocused && source.isFoldable && top + index === selected),
		);
	return (
		<Pane
			title={[segment(tabTitle(state.tab), 'title')]}
			note={noteOf(top, height, source.count)}
			width={size.width}
			height={size.height}
			isFocused={isFocused}
			theme={theme}
		>
			<Lines lines={[paintRow(tabRow(state.tab, width, findingCount(model)), width, theme), ...lines]} />
		</Pane>
	);
}

/** `null` while nothing is found. */
function findingCount(model: ScreenModel): FindingCount | null {
	const exchange = model.selectedExchange;
	const findings = exchange === null ? [] : model.findings.of(exchange);
	const severity = worst(findings);
	return severity === null ? null : {count: findings.length, role: severityRoles[severity]};
}

function noteOf(top: number, height: number, count: number): Row {
	return count <= height ? [] : [segment(`${top + 1}–${Math.min(count, top + height)} of ${count}`, 'dim')];
}
