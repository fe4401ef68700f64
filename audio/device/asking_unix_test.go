//go:build unix && !darwin

package device

import (
	"reflect"
	"testing"

	"github.com/ebitengine/oto/v3"
)

// As far as it can be told without a server; what is in a back end the end-to-end test tells.
func TestTheLibraryKeepsItsConnectionWhereItIsLookedFor(t *testing.T) {
	inner, is := reflect.TypeFor[oto.Context]().FieldByName("context")
	if !is || inner.Type.Kind() != reflect.Pointer {
		t.Fatal("a context holds none")
	}
	if backend, is := inner.Type.Elem().FieldByName("backend"); !is || backend.Type.Kind() != reflect.Interface {
		t.Error("a context has no backend")
	}
	client, stream := connection(&oto.Context{})
	if client != nil || stream != nil {
		t.Error("a connection is found where there is none")
	}
}
