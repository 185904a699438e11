# Event handlers as they were in the SDK at the time of the lesson (0.2x).
import asyncio
import sys

from anthropic import AsyncAnthropic, AsyncMessageStream


class Handler(AsyncMessageStream):
    async def on_stream_event(self, event):
        print("event", event.type)

    async def on_text(self, text, snapshot):
        print("text", repr(text))

    async def on_content_block(self, content_block):
        print("block", content_block.type)

    async def on_message(self, message):
        print("message", message.stop_reason)

    async def on_exception(self, exception):
        print("exception", type(exception).__name__)

    async def on_timeout(self):
        print("timeout")

    async def on_end(self):
        print("end")


async def main():
    client = AsyncAnthropic()
    async with client.messages.stream(
        model=sys.argv[1],
        max_tokens=1000,
        messages=[{"role": "user", "content": "Write me a 3 word sentence, without a preamble."}],
        event_handler=Handler,
    ) as stream:
        await stream.until_done()


asyncio.run(main())
