//go:build unix && !darwin

package device

import (
	"reflect"
	"time"

	"github.com/ebitengine/oto/v3"
	"github.com/jfreymuth/pulse"
	"github.com/jfreymuth/pulse/proto"
)

// leastAsked is the least that the sound server is to ask for at once. What it asks for is what it hands on to the card at
// once, and PulseAudio takes half of what its buffer holds beyond twice this least for that, as PipeWire does: of a
// buffer of 100 ms, 45 ms instead of 30, which wakes the program 22 times a second instead of 33, and with PipeWire, which
// goes by powers of two, half as often. The buffer is as full as before: a longer one would have a pause heard later. Where
// somebody else has the card work in smaller pieces, as a game does, it is asked for those.
const leastAsked = 5 * time.Millisecond

// askSeldom has a server of PulseAudio's protocol ask for more at once. The library has no way to say so (oto v3.5.1); its
// connection to the server has. It waits for the server's answer. Where there is another driver, or the server
// refuses, everything stays as it was.
func askSeldom(context *oto.Context) {
	client, stream := connection(context)
	if client == nil || stream == nil {
		return
	}
	var now proto.SetPlaybackStreamBufferAttrReply
	_ = client.RawRequest(&proto.SetPlaybackStreamBufferAttr{
		StreamIndex:           stream.StreamIndex(),
		BufferMaxLength:       2 * bytesIn(serverBuffer), // as the library has it
		BufferTargetLength:    bytesIn(serverBuffer),
		BufferPrebufferLength: proto.Undefined,
		BufferMinimumRequest:  bytesIn(leastAsked),
		AdjustLatency:         true,
	}, &now)
}

// bytesIn is how many bytes of sound last so long.
func bytesIn(d time.Duration) uint32 { return uint32(d * Rate / time.Second * Channels * 4) }

// connection is what the library has opened, nil where that is something else. The context must be ready.
func connection(context *oto.Context) (*pulse.Client, *pulse.PlaybackStream) {
	backend := reflect.ValueOf(context)
	for _, name := range []string{"context", "backend"} {
		if backend = within(backend, name); backend.Kind() == reflect.Interface {
			backend = backend.Elem()
		}
	}
	client, stream := within(backend, "client"), within(backend, "stream")
	if !client.IsValid() || client.Type() != reflect.TypeFor[*pulse.Client]() ||
		!stream.IsValid() || stream.Type() != reflect.TypeFor[*pulse.PlaybackStream]() {
		return nil, nil
	}
	return (*pulse.Client)(client.UnsafePointer()), (*pulse.PlaybackStream)(stream.UnsafePointer())
}

// within is a field of the structure that a pointer leads to, or nothing.
func within(pointer reflect.Value, field string) reflect.Value {
	if pointer.Kind() != reflect.Pointer || pointer.IsNil() || pointer.Elem().Kind() != reflect.Struct {
		return reflect.Value{}
	}
	return pointer.Elem().FieldByName(field)
}
