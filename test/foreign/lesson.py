# The code cells of the streaming lesson, in its order. The base URL and the key come from the environment.
import asyncio
import time

import anthropic
from anthropic import Anthropic, AsyncAnthropic

is_old = anthropic.__version__.startswith("0.2")
client = Anthropic()
ask = {
    "max_tokens": 1000,
    "model": "claude-3-haiku-20240307",
    "messages": [{"role": "user", "content": "How do large language models work?"}],
}
# Later SDKs have no such parameter.
warmth = {"temperature": 0} if is_old else {}

print("whole", bool(client.messages.create(**ask, **warmth).content[0].text))

kinds = [event.type for event in client.messages.create(**ask, stream=True)]
print("events", kinds[0], kinds[-1])

start = time.time()
text = ""
for event in client.messages.create(**ask, stream=True):
    if event.type == "message_start":
        print("input tokens", event.message.usage.input_tokens > 0)
    elif event.type == "content_block_delta":
        if text == "":
            print("first token", time.time() - start > 0)
        text += event.delta.text
    elif event.type == "message_delta":
        print("output tokens", event.usage.output_tokens > 0)
print("text", len(text) > 100)


async def helper():
    async with AsyncAnthropic().messages.stream(**ask) as stream:
        pieces = [piece async for piece in stream.text_stream]
        final = await stream.get_final_message()
    print("helper", "".join(pieces) == final.content[0].text)


async def handlers():
    from anthropic import AsyncMessageStream

    called = set()

    class MyStream(AsyncMessageStream):
        async def on_text(self, text, snapshot):
            called.add("text")

        async def on_stream_event(self, event):
            called.add("event")

        async def on_content_block(self, content_block):
            called.add("block")

        async def on_message(self, message):
            called.add("message")

        async def on_end(self):
            called.add("end")

    async with AsyncAnthropic().messages.stream(**ask, event_handler=MyStream) as stream:
        await stream.get_final_message()
    print("handlers", *sorted(called))


asyncio.run(helper())
if is_old:
    asyncio.run(handlers())
