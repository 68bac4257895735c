using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Access by key: properties of nodes and relations, entries of maps, components of dates and times.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly ErrorClass AccessMismatch = new("TypeError", "InvalidArgumentType");
    private static readonly ErrorClass ArgumentMismatch = new("SyntaxError", "InvalidArgumentType");

    /// <summary>The property of an element or the entry of a map, with what the graph type knows of it.</summary>
    public BoundProperty BindPropertyOf(BoundExpression target, NameSyntax key, TextSpan span, Scope scope)
    {
        var type = target.Type.Kind switch
        {
            TypeKind.Node => FindNodeProperty(target, key, scope),
            TypeKind.Edge => FindRelationProperty(target, key, scope),
            TypeKind.Date or TypeKind.LocalTime or TypeKind.Time or TypeKind.LocalDateTime or TypeKind.DateTime or TypeKind.Duration
                or TypeKind.Point => FindComponent(target.Type, key),
            TypeKind.Null => StaticType.Null,
            TypeKind.Any or TypeKind.Map => StaticType.Any,
            _ => RefuseAccess(target, key),
        };
        return new BoundProperty(target, key.Text, type, span) { Seen = FindSeenType(target, key, scope) };
    }

    private StaticType? FindSeenType(BoundExpression target, NameSyntax key, Scope scope)
    {
        if (context.Catalog.IsClosed || target is not BoundReference { Variable: var variable })
            return null;
        return target.Type.Kind switch
        {
            TypeKind.Node => context.Catalog.FindNodeProperty(scope.LabelsOf(variable), key.Text)?.Type,
            TypeKind.Edge => context.Catalog.FindRelationProperty(scope.LabelsOf(variable), key.Text)?.Type,
            _ => null,
        };
    }

    private BoundExpression BindProperty(PropertySyntax syntax, ExpressionPlace place)
    {
        if (PropertyPath.TryRead(syntax) is { } path)
        {
            if (place.Scope.FindKey(path.Root, path.Keys) is { } key)
            {
                place.Scope.Mention(key);
                return new BoundReference(key, syntax.Span);
            }

            if (place.Scope.Find(path.Root) is UngroupedName && !HasKeyPrefix(path, place.Scope))
            {
                Diagnostics.NotGrouped(syntax.Span);
                return Invalid(syntax.Span);
            }
        }

        return BindPropertyOf(Bind(syntax.Target, place), syntax.Key, syntax.Span, place.Scope);
    }

    // 'm.a' may be a key where 'm.a.b' is used.
    private static bool HasKeyPrefix(PropertyPath path, Scope scope)
    {
        for (var length = path.Keys.Length - 1; length > 0; length--)
        {
            if (scope.FindKey(path.Root, path.Keys.AsSpan(0, length)) is not null)
                return true;
        }

        return false;
    }

    private StaticType FindNodeProperty(BoundExpression target, NameSyntax key, Scope scope)
    {
        var labels = target is BoundReference reference ? scope.LabelsOf(reference.Variable) : null;
        if (context.Catalog.FindNodeProperty(labels, key.Text) is { } property)
            return context.Catalog.IsClosed ? property.Type : StaticType.Any;

        if (context.Catalog.HasNodes(labels))
            Diagnostics.UnknownProperty(key.Span, labels, key.Text, context.Catalog, NamesOf(context.Catalog.GetNodeProperties(labels)));
        return StaticType.Any;
    }

    private StaticType FindRelationProperty(BoundExpression target, NameSyntax key, Scope scope)
    {
        var types = target is BoundReference reference ? scope.LabelsOf(reference.Variable) : null;
        if (context.Catalog.FindRelationProperty(types, key.Text) is { } property)
            return context.Catalog.IsClosed ? property.Type : StaticType.Any;

        if (context.Catalog.HasRelations(types))
            Diagnostics.UnknownProperty(key.Span, types, key.Text, context.Catalog, NamesOf(context.Catalog.GetRelationProperties(types)));
        return StaticType.Any;
    }

    private StaticType FindComponent(StaticType target, NameSyntax key)
    {
        if ((target.Kind == TypeKind.Point
            ? PointFunctions.FindComponent(key.Text)
            : TemporalComponents.FindType(target.Kind, key.Text)) is { } type)
            return type;

        Diagnostics.UnknownComponent(key.Span, target, key.Text);
        return StaticType.Any;
    }

    private StaticType RefuseAccess(BoundExpression target, NameSyntax key)
    {
        var errorClass = target.Type.Kind == TypeKind.Path ? ArgumentMismatch : AccessMismatch;
        var hint = target.Type.Kind == TypeKind.List ? $"write [x IN list | x.{key.Text}]" : null;
        Diagnostics.WrongArgument(
            target.Span, $".{key.Text}", "a node, a relation, a map, a date, a time or a point", target.Type, errorClass, hint);
        return StaticType.Any;
    }

    private BoundLabelTest BindLabelTest(LabelTestSyntax syntax, BoundExpression target)
    {
        var site = target.Type.Kind switch
        {
            TypeKind.Node => LabelSite.Node,
            TypeKind.Edge => LabelSite.Relation,
            _ => LabelSite.Either,
        };
        var labels = context.Labels.Bind(syntax.Labels, site);
        if (!target.Type.CanBe(StaticType.Node) && !target.Type.CanBe(StaticType.Edge))
            Diagnostics.WrongArgument(target.Span, "A label test", "a node or a relation", target.Type, ArgumentMismatch);
        return new BoundLabelTest(target, labels, syntax.Span);
    }

    private static IEnumerable<string> NamesOf(ImmutableArray<CatalogProperty> properties) => properties.Select(property => property.Name);
}
