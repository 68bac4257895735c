using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Lists, maps, and the expressions that run over a list.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindList(ListSyntax syntax, ExpressionPlace place)
    {
        var items = syntax.Items.Select(item => Bind(item, place)).ToImmutableArray();
        return new BoundList(items, StaticType.ListOf(TypeLattice.Join(items.Select(item => item.Type))), syntax.Span);
    }

    private BoundExpression BindMap(MapSyntax syntax, ExpressionPlace place)
    {
        var entries = new OrderedDictionary<string, BoundExpression>(StringComparer.Ordinal);
        foreach (var entry in syntax.Entries)
            entries[entry.Key.Text] = Bind(entry.Value, place);
        return new BoundMap([.. entries], syntax.Span);
    }

    private BoundExpression BindMapProjection(MapProjectionSyntax syntax, ExpressionPlace place)
    {
        var target = BindVariable(syntax.Variable.Text, syntax.Variable.Span, place);
        if (target.Type.Kind is not (TypeKind.Any or TypeKind.Null or TypeKind.Node or TypeKind.Edge or TypeKind.Map))
            Diagnostics.WrongArgument(target.Span, "A map projection", "a node, a relation or a map", target.Type, ArgumentMismatch);

        var entries = new OrderedDictionary<string, BoundExpression>(StringComparer.Ordinal);
        foreach (var item in syntax.Items)
        {
            if (BindProjectionEntry(item, target, place) is var (key, value))
                entries[key] = value;
        }

        if (syntax.Items.Any(item => item is AllPropertiesSelectorSyntax))
            return new BoundMapExtension(target, [.. entries], syntax.Span);

        // Null projects to null, not to a map of nulls.
        var isNull = new BoundIsNull(target, IsNegated: false, syntax.Span);
        var nothing = new BoundConstant(Value.Null, StaticType.Null, syntax.Span);
        return new BoundCase([new BoundCaseBranch(isNull, nothing)], new BoundMap([.. entries], syntax.Span), StaticType.Map, syntax.Span);
    }

    private (string Key, BoundExpression Value)? BindProjectionEntry(
        MapProjectionItemSyntax item, BoundExpression target, ExpressionPlace place) =>
        item switch
        {
            PropertySelectorSyntax selector => (selector.Key.Text, BindPropertyOf(target, selector.Key, selector.Span, place.Scope)),
            LiteralEntrySyntax entry => (entry.Key.Text, Bind(entry.Value, place)),
            VariableSelectorSyntax variable => (variable.Variable.Text, BindVariable(variable.Variable.Text, variable.Span, place)),
            _ => null,
        };

    private BoundExpression BindListComprehension(ListComprehensionSyntax syntax, ExpressionPlace place)
    {
        var list = BindSource(syntax.List, place);
        var variable = new BoundVariable(syntax.Variable.Text, TypeLattice.ElementOf(list.Type));
        var body = place.Body(new LocalScope(variable, place.Scope));
        var where = syntax.Where is null ? null : BindCondition(syntax.Where, body, "WHERE");
        var projection = syntax.Projection is null ? null : Bind(syntax.Projection, body);
        var type = StaticType.ListOf(projection?.Type ?? variable.Type);
        return new BoundListComprehension(variable, list, where, projection, type, syntax.Span);
    }

    private BoundExpression BindQuantified(QuantifiedSyntax syntax, ExpressionPlace place)
    {
        var list = BindSource(syntax.List, place);
        var variable = new BoundVariable(syntax.Variable.Text, TypeLattice.ElementOf(list.Type));
        var body = place.Body(new LocalScope(variable, place.Scope));

        // Without a condition the elements are the conditions.
        var condition = syntax.Where ?? new VariableSyntax(variable.Name) { Span = syntax.Variable.Span };
        var where = BindCondition(condition, body, syntax.Quantifier.ToString().ToLowerInvariant());
        return new BoundQuantified(syntax.Quantifier, variable, list, where, syntax.Span);
    }

    // The accumulator takes the type of the first value and of every later one, so nothing is known of it inside.
    private BoundExpression BindReduce(ReduceSyntax syntax, ExpressionPlace place)
    {
        var initial = Bind(syntax.Initial, place);
        var list = BindSource(syntax.List, place);
        var accumulator = new BoundVariable(syntax.Accumulator.Text, StaticType.Any);
        var variable = new BoundVariable(syntax.Variable.Text, TypeLattice.ElementOf(list.Type));
        var body = Bind(syntax.Body, place.Body(new LocalScope(variable, new LocalScope(accumulator, place.Scope))));
        return new BoundReduce(accumulator, initial, variable, list, body, TypeLattice.Join(initial.Type, body.Type), syntax.Span);
    }

    private BoundExpression BindSource(ExpressionSyntax syntax, ExpressionPlace place)
    {
        var list = Bind(syntax, place);
        ExpectList(list, "IN");
        return list;
    }

    public void ExpectList(BoundExpression list, string operation)
    {
        context.Parameters.Expect(list, StaticType.AnyList);
        if (!list.Type.CanBe(StaticType.AnyList))
            Diagnostics.WrongArgument(
                list.Span, operation, "a list", list.Type, ArgumentMismatch, ArgumentHints.Find(operation, 0, list.Type.Kind));
    }
}
