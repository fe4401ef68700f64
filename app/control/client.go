package control

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"

	"github.com/creachadair/jrpc2"
)

// Errors of a client.
var (
	ErrNoPlayer = errors.New("nothing is playing") // nobody answers on the socket
	ErrCutOff   = errors.New("the player ended before it answered")
)

// Refused is a wish that the player understood and did not heed. Its text is one line for
// the person.
type Refused struct{ Reason string }

// Error implements error.
func (r *Refused) Error() string { return r.Reason }

// Client is a connection to a player.
type Client struct {
	rpc     *jrpc2.Client
	Welcome Welcome
	notes   chan Snapshot // the newest one not taken yet
	gone    chan struct{}
}

// Dial connects to the player in dir and says hello. ErrNoPlayer means that there is none; one of
// another protocol version is asked to end first.
func Dial(ctx context.Context, dir string, h Hello) (*Client, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, "unix", Socket(dir, RolePlayer))
	if err != nil {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("player: %w", ctx.Err())
		}
		return nil, ErrNoPlayer
	}
	c := &Client{notes: make(chan Snapshot, 1), gone: make(chan struct{})}
	c.rpc = jrpc2.NewClient(line(conn), &jrpc2.ClientOptions{
		OnNotify: c.note,
		OnStop:   func(*jrpc2.Client, error) { close(c.gone) },
	})
	h.Protocol = Version
	if err := c.call(ctx, MethodHello, h, &c.Welcome); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	if c.Welcome.Protocol != Version {
		_ = c.Call(ctx, MethodQuit, nil) // being cut off is the answer
		select {
		case <-c.gone:
		case <-ctx.Done():
		}
		return nil, errors.Join(ErrNoPlayer, c.Close())
	}
	return c, nil
}

// Call sends a wish and waits for the answer: nil, *Refused, ErrCutOff, or the error of ctx.
func (c *Client) Call(ctx context.Context, method string, params any) error {
	return c.call(ctx, method, params, nil)
}

// Snapshot asks what there is now.
func (c *Client) Snapshot(ctx context.Context) (Snapshot, error) {
	var s Snapshot
	err := c.call(ctx, MethodStatus, nil, &s)
	return s, err
}

// Subscribe asks for what there is now and for every change from then on, on Changes.
func (c *Client) Subscribe(ctx context.Context) (Snapshot, error) {
	var s Snapshot
	err := c.call(ctx, MethodSubscribe, nil, &s)
	return s, err
}

// Changes gives the newest snapshot after Subscribe. One that nobody took in time is replaced.
func (c *Client) Changes() <-chan Snapshot { return c.notes }

// Gone is closed when the connection is over.
func (c *Client) Gone() <-chan struct{} { return c.gone }

// Close hangs up. A dropped connection is no wish.
func (c *Client) Close() error { return c.rpc.Close() }

func (c *Client) call(ctx context.Context, method string, params, result any) error {
	err := c.rpc.CallResult(ctx, method, params, &answer{result})
	var wire *jrpc2.Error
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fmt.Errorf("player: %w", ctx.Err())
	case errors.As(err, &wire) && wire.Code == refused:
		return &Refused{wire.Message}
	case cutOff(c.rpc, err):
		return ErrCutOff
	}
	return fmt.Errorf("player: %w", err)
}

// cutOff reports whether a call failed because the connection is over. A client whose request cannot be written any more
// does not know that yet (jrpc2 v1.3.6).
func cutOff(rpc *jrpc2.Client, err error) bool {
	var broken *net.OpError
	return rpc.IsStopped() || errors.As(err, &broken)
}

// answer takes the result of a call, also of one that answers nothing.
type answer struct{ to any }

// UnmarshalJSON implements json.Unmarshaler.
func (a *answer) UnmarshalJSON(b []byte) error {
	if a.to == nil {
		return nil
	}
	return json.Unmarshal(b, a.to)
}

// note keeps the newest snapshot for whoever reads Changes.
func (c *Client) note(req *jrpc2.Request) {
	if req.Method() != NoteSnapshot {
		return
	}
	snap, err := decode[Snapshot](req)
	if err != nil {
		return // not a message of this version
	}
	select {
	case <-c.notes:
	default:
	}
	c.notes <- snap // there is room: one callback at a time is active
}
