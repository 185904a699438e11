import assert from 'node:assert/strict';
import {test} from 'node:test';
import {otelResource, otelSettings} from '../../../source/commands/otel/otel-settings.js';

test('the collector is where the environment says, and nowhere without it', () => {
	assert.equal(otelSettings({}), null);
	assert.equal(otelSettings({OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a:4318', OTEL_SDK_DISABLED: 'true'}), null);
	assert.deepEqual(
		otelSettings({
			OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a:4318/',
			OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://b/metrics',
			OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20abc, bad name=x',
			OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-team=a',
			OTEL_EXPORTER_OTLP_TIMEOUT: '500',
		}),
		{
			traces: 'http://a:4318/v1/traces',
			metrics: 'http://b/metrics',
			headers: {
				traces: {authorization: 'Basic abc', 'x-team': 'a'},
				metrics: {authorization: 'Basic abc'},
			},
			timeout: 500,
		},
	);
});

test('the resource has the name of the service and what the environment adds', () => {
	const {'service.version': _, ...named} = otelResource({
		OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=dev,service.name=other',
	});
	assert.deepEqual(named, {'service.name': 'other', 'deployment.environment': 'dev'});
	assert.equal(otelResource({OTEL_SERVICE_NAME: 'mine'})['service.name'], 'mine');
	assert.equal(otelResource({})['service.name'], 'streamscope');
});
