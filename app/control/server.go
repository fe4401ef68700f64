package control

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"sync"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/handler"
)

// Wish is one call of a client that changes something: the method, and what came with it.
type Wish struct {
	Method string
	Begin  Begin
	Tone   Tone
	Try    Try
	Set    Set
}

// Handler is the player as its server sees it. Its methods are called concurrently.
type Handler interface {
	// Hello meets a client; Bye is called when it has gone. A dropped connection is no wish.
	Hello(h Hello) Welcome
	Bye(h Hello)
	// Wish carries a wish out, or says in one line for the person why not.
	Wish(ctx context.Context, w Wish) error
	// Snapshot is what there is now.
	Snapshot(ctx context.Context) (Snapshot, error)
}

// refused is the error code of a wish that was understood and not heeded.
const refused jrpc2.Code = -32001

// Server answers clients. Make one with Serve.
type Server struct {
	handler Handler
	mu      sync.Mutex
	peers   map[*peer]struct{}
	closed  bool
	gone    sync.WaitGroup
}

// NewServer is a server that asks h.
func NewServer(h Handler) *Server {
	return &Server{handler: h, peers: map[*peer]struct{}{}}
}

// Serve answers all who connect, until l is closed.
func (s *Server) Serve(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		p := &peer{server: s, conn: conn, newest: make(chan Snapshot, 1)}
		s.mu.Lock()
		if s.closed {
			s.mu.Unlock()
			_ = conn.Close() // nobody is at home any more
			continue
		}
		s.peers[p] = struct{}{}
		s.gone.Add(1)
		s.mu.Unlock()
		go p.serve()
	}
}

// Publish sends snap to all subscribers. It never waits for a slow one: that one gets the
// newest when it is ready.
func (s *Server) Publish(snap Snapshot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for p := range s.peers {
		p.offer(snap)
	}
}

// Close hangs up on everybody and waits until they are gone.
func (s *Server) Close() {
	s.mu.Lock()
	s.closed = true
	for p := range s.peers {
		p.hangUp()
	}
	s.mu.Unlock()
	s.gone.Wait()
}

// methods are what a connected peer can call.
func (s *Server) methods(p *peer) handler.Map {
	m := handler.Map{
		MethodHello:  handler.New(p.hello),
		MethodStatus: handler.New(s.handler.Snapshot),
		MethodSubscribe: handler.New(func(ctx context.Context) (Snapshot, error) {
			p.subscribed.Store(true)
			return s.handler.Snapshot(ctx)
		}),
		MethodBegin: handler.New(func(ctx context.Context, b Begin) error {
			return s.wish(ctx, Wish{Method: MethodBegin, Begin: b})
		}),
		MethodTone: handler.New(func(ctx context.Context, t Tone) error {
			return s.wish(ctx, Wish{Method: MethodTone, Tone: t})
		}),
		MethodTry: handler.New(func(ctx context.Context, t Try) error {
			return s.wish(ctx, Wish{Method: MethodTry, Try: t})
		}),
		MethodSet: handler.New(func(ctx context.Context, set Set) error {
			return s.wish(ctx, Wish{Method: MethodSet, Set: set})
		}),
	}
	for _, plain := range []string{
		MethodPause, MethodResume, MethodToggle, MethodStop, MethodEase, MethodLonger, MethodClosed, MethodSeen, MethodUnseen,
		MethodSettings, MethodStay, MethodQuit,
	} {
		m[plain] = handler.New(func(ctx context.Context) error {
			return s.wish(ctx, Wish{Method: plain})
		})
	}
	return m
}

func (s *Server) wish(ctx context.Context, w Wish) error {
	if err := s.handler.Wish(ctx, w); err != nil {
		return &jrpc2.Error{Code: refused, Message: err.Error()}
	}
	return nil
}

// decode reads the parameters of a notification.
func decode[T any](req *jrpc2.Request) (T, error) {
	var v T
	err := json.Unmarshal([]byte(req.ParamString()), &v)
	return v, err
}
