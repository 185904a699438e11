import {type PriceField, priceOverrides} from '../config/price-overrides.js';
import {switchWord} from '../config/switch-word.js';
import * as kinds from '../config/value-kind.js';
import {type WidthModel, widthModels} from '../text/odd-clusters.js';
import {type ThemeChoice, themeChoices} from '../text/palettes.js';
import {type NotifyWay, notifyWays} from '../ui/attention/attention-state.js';
import {type ColumnChoice, columnNames} from '../ui/events/column-names.js';
import type {NamedFilters} from '../ui/events/views.js';
import {type InspectorPlace, inspectorPlaces, type LogSize, logSizes} from '../ui/screen/layout.js';
import {declare} from './declare-option.js';

const screen = declare('Screen');

/** What the screen looks like, and what it asks of the terminal. */
export const screenOptionTable = {
	theme: screen<ThemeChoice>({
		kind: kinds.oneOf(themeChoices),
		fallback: 'auto',
		listed: [{flag: '--theme <name>', help: themeChoices.join(', ')}],
		variables: [
			{name: 'STREAMSCOPE_THEME'},
			// As in Node: forced colours win.
			{name: 'NO_COLOR', read: (_, env) => (env.FORCE_COLOR === undefined ? 'plain' : undefined)},
		],
	}),
	widthModel: screen<WidthModel>({
		kind: kinds.oneOf(widthModels),
		fallback: 'auto',
		listed: [
			{
				flag: '--width-model <name>',
				help: `how wide the terminal draws emoji and signs: ${widthModels.join(', ')}`,
			},
		],
	}),
	alternateScreen: screen({
		kind: kinds.onOrOff,
		fallback: true,
		listed: [{flag: '--no-alt-screen', help: 'stay on the normal screen'}],
		opposite: '--alt-screen',
	}),
	mouse: screen({
		kind: kinds.onOrOff,
		fallback: false,
		listed: [
			{
				flag: '--mouse',
				help: 'the wheel scrolls, a click selects, a drag copies; with Shift, the terminal selects',
			},
		],
		opposite: '--no-mouse',
	}),
	kittyKeyboard: screen({
		kind: kinds.onOrOff,
		fallback: true,
		listed: [
			{
				flag: '--no-kitty-keyboard',
				help: 'leave the kitty keyboard protocol off, for a terminal or layout with which keys go wrong',
			},
		],
		opposite: '--kitty-keyboard',
		variables: [{name: 'STREAMSCOPE_KITTY_KEYBOARD', read: switchWord}],
	}),
	notify: screen<NotifyWay>({
		kind: kinds.orSwitchedOff(kinds.oneOf(notifyWays), 'off'),
		field: kinds.oneOf(notifyWays),
		fallback: 'auto',
		listed: [
			{
				flag: '--notify <way>',
				help: `how to call you while you look elsewhere: ${notifyWays.join(', ')}`,
			},
		],
		opposite: '--no-notify',
		variables: [{name: 'STREAMSCOPE_NOTIFY'}],
	}),
	bell: screen({
		kind: kinds.onOrOff,
		fallback: false,
		listed: [{flag: '--bell', help: 'the same as --notify bell'}],
		opposite: '--no-bell',
	}),
	title: screen({
		kind: kinds.onOrOff,
		fallback: true,
		listed: [{flag: '--no-title', help: 'leave the title of the terminal’s window alone'}],
		opposite: '--title',
	}),
	markdown: screen({
		kind: kinds.onOrOff,
		fallback: true,
		listed: [{flag: '--no-markdown', help: 'show answers as plain text'}],
		opposite: '--markdown',
	}),
	events: screen({
		kind: kinds.onOrOff,
		fallback: true,
		listed: [{flag: '--no-events', help: 'start without the event log'}],
		opposite: '--events',
	}),
	step: screen({
		kind: kinds.onOrOff,
		fallback: false,
		listed: [{flag: '--step', help: 'stop at the request of every prompt; then . brings one event'}],
		opposite: '--no-step',
	}),
	split: screen({
		kind: kinds.decimal(0.1, 0.9),
		fallback: 0.42,
		listed: [{flag: '--split <share>', help: 'the conversation’s share of the width, 0.1 to 0.9'}],
	}),
	log: screen<LogSize>({kind: kinds.oneOf(logSizes), fallback: 'third', listed: []}),
	inspector: screen<InspectorPlace>({kind: kinds.oneOf(inspectorPlaces), fallback: 'closed', listed: []}),
	logShare: screen({kind: kinds.decimal(0.2, 0.8), fallback: 0.55, listed: []}),
	views: screen<NamedFilters>({kind: kinds.namedTexts, fallback: {}, listed: []}),
	columns: screen<ColumnChoice>({
		kind: kinds.orWord(kinds.listOf(columnNames), 'auto', 'auto'),
		fallback: 'auto',
		listed: [],
	}),
	screenReader: screen({
		kind: kinds.onOrOff,
		fallback: false,
		listed: [{flag: '--screen-reader', help: 'print plain text line by line, to be read aloud'}],
		opposite: '--no-screen-reader',
		variables: [
			// Ink's own variable and rule.
			{name: 'INK_SCREEN_READER', read: text => (text === 'true' ? true : undefined)},
			// A terminal that cannot move its cursor has no screen to draw on.
			{name: 'TERM', read: text => (text === 'dumb' ? true : undefined)},
		],
	}),
	prices: screen<Readonly<Record<string, PriceField>>>({
		kind: priceOverrides,
		fallback: {},
		listed: [],
	}),
	keys: screen<Readonly<Record<string, readonly string[]>>>({
		kind: kinds.keyOverrides,
		fallback: {},
		listed: [],
	}),
};
