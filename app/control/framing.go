package control

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"

	"github.com/creachadair/jrpc2/channel"
)

// line is the framing of both ends: one JSON message a line.
func line(conn net.Conn) channel.Channel { return channel.Line(&limited{from: conn}, conn) }

// requests lets only calls that want an answer through to a server; anything else ends the
// connection. No client of ours sends anything else, and a notification that fails while its connection
// closes makes jrpc2 (v1.3.6) answer on a channel that is no more, which takes the process with it.
type requests struct{ channel.Channel }

// Recv implements channel.Channel.
func (r requests) Recv() ([]byte, error) {
	b, err := r.Channel.Recv()
	if err != nil {
		return nil, err
	}
	var call map[string]json.RawMessage // a map, because a struct would take "ID" for "id"
	if err := json.Unmarshal(b, &call); err != nil {
		return nil, fmt.Errorf("message: %w", err)
	}
	if id := call["id"]; len(id) == 0 || string(id) == "null" {
		return nil, errors.New("message: not a call that wants an answer")
	}
	return b, nil
}

// maxMessage is more than any message of ours needs. A longer line is not ours.
const maxMessage = 1 << 20

var errTooLong = errors.New("message is too long")

// limited reads from a connection and gives up on a line that never ends.
type limited struct {
	from io.Reader
	line int
}

// Read implements io.Reader.
func (l *limited) Read(b []byte) (int, error) {
	n, err := l.from.Read(b)
	for _, c := range b[:n] {
		l.line++
		if c == '\n' {
			l.line = 0
		}
		if l.line > maxMessage {
			return 0, errTooLong
		}
	}
	return n, err
}
