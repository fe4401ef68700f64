package control

import (
	"context"
	"net"
	"sync/atomic"
	"time"

	"github.com/creachadair/jrpc2"
)

// peer is one connection to the server.
type peer struct {
	server     *Server
	conn       net.Conn
	rpc        atomic.Pointer[jrpc2.Server]
	met        atomic.Pointer[Hello]
	subscribed atomic.Bool
	newest     chan Snapshot // holds the newest one not sent yet
}

func (p *peer) serve() {
	rpc := jrpc2.NewServer(p.server.methods(p), &jrpc2.ServerOptions{AllowPush: true, DisableBuiltin: true})
	p.rpc.Store(rpc)
	rpc.Start(requests{line(p.conn)})
	over := make(chan struct{})
	go p.push(rpc, over)
	_ = rpc.Wait() // how a client left is no news
	close(over)
	_ = p.conn.Close()
	p.server.mu.Lock()
	delete(p.server.peers, p)
	p.server.mu.Unlock()
	if h := p.met.Load(); h != nil {
		p.server.handler.Bye(*h)
	}
	p.server.gone.Done()
}

func (p *peer) hello(_ context.Context, h Hello) Welcome {
	if p.met.CompareAndSwap(nil, &h) {
		return p.server.handler.Hello(h)
	}
	return p.server.handler.Hello(Hello{Protocol: h.Protocol, Version: h.Version})
}

// offer replaces the snapshot that waits to be sent.
func (p *peer) offer(snap Snapshot) {
	if !p.subscribed.Load() {
		return
	}
	select {
	case <-p.newest:
	default:
	}
	p.newest <- snap // there is room: only offer fills it, under the server's lock
}

// push sends what is offered.
func (p *peer) push(rpc *jrpc2.Server, over <-chan struct{}) {
	for {
		select {
		case <-over:
			return
		case snap := <-p.newest:
			if err := rpc.Notify(context.Background(), NoteSnapshot, snap); err != nil {
				return // it is leaving
			}
		}
	}
}

// hangUp ends the connection, after the answer that is on its way if the client takes it.
func (p *peer) hangUp() {
	_ = p.conn.SetWriteDeadline(time.Now().Add(time.Second)) // frees a write to a client that hangs
	if rpc := p.rpc.Load(); rpc != nil {
		rpc.Stop()
	}
	_ = p.conn.Close()
}
