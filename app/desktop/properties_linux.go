package desktop

import (
	"maps"
	"reflect"

	"github.com/godbus/dbus/v5"
)

// values are properties by name.
type values map[string]dbus.Variant

// properties answers org.freedesktop.DBus.Properties for an object. Nothing is kept: whoever asks gets what is so now.
type properties struct {
	now func() map[string]values // by interface
	set func(face, name string, to any) *dbus.Error
}

const propertiesFace = "org.freedesktop.DBus.Properties"

func property(v any) dbus.Variant { return dbus.MakeVariant(v) }

var (
	errNoFace     = dbus.NewError("org.freedesktop.DBus.Error.UnknownInterface", []any{"there is no such interface here"})
	errNoProperty = dbus.NewError("org.freedesktop.DBus.Error.UnknownProperty", []any{"there is no such property"})
	errReadOnly   = dbus.NewError("org.freedesktop.DBus.Error.PropertyReadOnly", []any{"this property cannot be set"})
	errWrongArgs  = dbus.NewError("org.freedesktop.DBus.Error.InvalidArgs", []any{"that is not a value for this"})
)

// Get is org.freedesktop.DBus.Properties.Get.
func (p properties) Get(face, name string) (dbus.Variant, *dbus.Error) {
	all, e := p.GetAll(face)
	if e != nil {
		return dbus.Variant{}, e
	}
	v, there := all[name]
	if !there {
		return dbus.Variant{}, errNoProperty
	}
	return v, nil
}

// GetAll is org.freedesktop.DBus.Properties.GetAll.
func (p properties) GetAll(face string) (values, *dbus.Error) {
	all, there := p.now()[face]
	if !there {
		return nil, errNoFace
	}
	return all, nil
}

// Set is org.freedesktop.DBus.Properties.Set.
func (p properties) Set(face, name string, to dbus.Variant) *dbus.Error {
	if _, e := p.Get(face, name); e != nil {
		return e
	}
	if p.set == nil {
		return errReadOnly
	}
	return p.set(face, name, to.Value())
}

// changes are those of is that are not the same in was.
func changes(was, is values) values {
	news := maps.Clone(is)
	maps.DeleteFunc(news, func(name string, v dbus.Variant) bool {
		old, there := was[name]
		return there && reflect.DeepEqual(old.Value(), v.Value())
	})
	return news
}

// tell tells everybody of properties that have changed, if any have.
func (b bus) tell(path dbus.ObjectPath, face string, news values) {
	if len(news) > 0 {
		b.emit(path, propertiesFace+".PropertiesChanged", face, news, []string{})
	}
}

// object lays out an object: what it says of itself, its properties, and a table of methods for each interface.
func (b bus) object(path dbus.ObjectPath, xml string, p properties, faces map[string]map[string]any) error {
	const introspect = "org.freedesktop.DBus.Introspectable"
	if err := b.conn.Export(described(xml), path, introspect); err != nil {
		return err
	}
	if err := b.conn.Export(p, path, propertiesFace); err != nil {
		return err
	}
	for face, methods := range faces {
		if err := b.conn.ExportMethodTable(methods, path, face); err != nil {
			return err
		}
	}
	return nil
}

// described is an object's description of itself, in the XML of D-Bus's introspection.
type described string

// Introspect is org.freedesktop.DBus.Introspectable.Introspect.
func (d described) Introspect() (string, *dbus.Error) { return string(d), nil }
