using Graph.Generator.Nullability;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Generator.Shapes;

/// <summary>The shapes of expressions, by those of the variables at hand.</summary>
/// <param name="parameters">What is known of them when the whole query is.</param>
/// <param name="properties">Those that the graph type declares.</param>
/// <param name="readQuery">The columns of a subquery.</param>
internal sealed class ExpressionShapes(
    IReadOnlyDictionary<string, Shape> parameters, ElementProperties properties, Func<BoundQuery, ImmutableArray<Shape>> readQuery)
{
    /// <summary>A body that gives another shape than its accumulator had is asked again, so often and so deep.</summary>
    private const int Rounds = 3;

    private ImmutableDictionary<BoundVariable, Shape> variables = ImmutableDictionary<BoundVariable, Shape>.Empty;
    private int reductions;

    public Shape Get(BoundVariable variable) => variables.TryGetValue(variable, out var shape) ? shape : Shape.From(variable.Type);

    public void Set(BoundVariable variable, Shape shape) => variables = variables.SetItem(variable, shape);

    /// <summary>A node has these labels too.</summary>
    public void AddLabels(BoundVariable variable, IEnumerable<string> labels)
    {
        var known = Get(variable);
        Set(variable, known with { Labels = [.. known.Labels.Union(labels)] });
    }

    /// <summary>Asks something that may learn of variables, and forgets what it learned.</summary>
    public T Keep<T>(Func<T> ask)
    {
        var before = variables;
        var answer = ask();
        variables = before;
        return answer;
    }

    public Shape Of(BoundExpression expression) => expression switch
    {
        BoundReference reference => Get(reference.Variable),
        BoundParameter parameter => parameters.GetValueOrDefault(parameter.Name) ?? Shape.From(parameter.Type),
        BoundProperty or BoundCall when KeyAccess.Find(expression) is { } access => OfAccess(access, expression.Type),
        BoundCall call => OfCall(call),
        BoundList list => Shape.ListOf(Shape.Join(list.Items.Select(Of))),
        BoundMap map => new Shape(TypeKind.Map) { Entries = OfEntries(map.Entries) },
        BoundMapExtension extension => OfExtension(extension),
        BoundLet let => OfLet(let),
        BoundCase @case =>
            Shape.Join(@case.Branches.Select(branch => Of(branch.Then)).Append(@case.Else is { } last ? Of(last) : Shape.Null)),
        BoundListComprehension comprehension => OfComprehension(comprehension),
        BoundReduce reduce => OfReduce(reduce),
        BoundCollect collected => readQuery(collected.Query)[0] is var column && collected.First ? column : Shape.ListOf(column),
        _ => Shape.From(expression.Type),
    };

    private Shape OfAccess(KeyAccess access, StaticType type) => Of(access.Target) switch
    {
        { Entries: { } entries } when entries.TryGetValue(access.Key, out var entry) => entry,
        { Kind: TypeKind.Node or TypeKind.Edge } element when type.Kind == TypeKind.Any =>
            Shape.From(properties.GetType(element.Kind, element.Labels, access.Key)),
        _ => Shape.From(type),
    };

    // A later entry takes the place of an earlier one with its key.
    private ImmutableDictionary<string, Shape> OfEntries(ImmutableArray<KeyValuePair<string, BoundExpression>> entries) =>
        entries.Aggregate(ImmutableDictionary<string, Shape>.Empty, (known, entry) => known.SetItem(entry.Key, Of(entry.Value)));

    private Shape OfExtension(BoundMapExtension extension)
    {
        var entries = OfEntries(extension.Entries);
        return new Shape(TypeKind.Map) { Entries = (Of(extension.Target).Entries ?? entries.Clear()).SetItems(entries) };
    }

    private Shape OfLet(BoundLet let)
    {
        Set(let.Variable, Of(let.Value));
        return Of(let.Body);
    }

    private Shape OfComprehension(BoundListComprehension comprehension)
    {
        Set(comprehension.Variable, Of(comprehension.List).Items);
        return Shape.ListOf(comprehension.Projection is { } projection ? Of(projection) : Get(comprehension.Variable));
    }

    /// <summary>The accumulator has the shape of the first value and of every later one.</summary>
    private Shape OfReduce(BoundReduce reduce)
    {
        if (reductions >= Rounds)
            return Shape.Any;

        reductions++;
        Set(reduce.Variable, Of(reduce.List).Items);
        var shape = Of(reduce.Initial);
        var isStable = false;
        for (var round = 0; round < Rounds && !isStable; round++)
        {
            Set(reduce.Accumulator, shape);
            var next = Shape.Join(shape, Of(reduce.Body));
            isStable = next.Says(shape);
            shape = next;
        }

        reductions--;
        return isStable ? shape : Shape.Any;
    }

    private Shape OfCall(BoundCall call)
    {
        ImmutableArray<Shape> arguments = [.. call.Arguments.Select(Of)];
        return call.Function.Name.ToUpperInvariant() switch
        {
            "COALESCE" => Shape.Join(arguments),
            "HEAD" or "LAST" => arguments[0].Items,
            "TAIL" or "REVERSE" or "TOSET" or "[..]" or "NULLIF" => arguments[0],
            "[]" => arguments[0].Kind == TypeKind.List ? arguments[0].Items : Shape.From(call.Type),
            "+" or "||" when OfSignatures(call, arguments).Kind == TypeKind.List => Shape.ListOf(Shape.Join(arguments.Select(GetItems))),
            _ => OfSignatures(call, arguments),
        };
    }

    private static Shape GetItems(Shape part) => part.Kind is TypeKind.List or TypeKind.Any ? part.Items : part;

    /// <summary>What the function gives for what its arguments are known to be here.</summary>
    private static Shape OfSignatures(BoundCall call, ImmutableArray<Shape> arguments)
    {
        ImmutableArray<StaticType> types = [.. arguments.Select(argument => argument.ToStaticType())];
        var fitting = call.Function.Signatures
            .Where(signature => SignatureMatching.Takes(signature, types.Length) && SignatureMatching.Fits(signature, types))
            .Select(signature => signature.Result(types))
            .ToList();
        return Shape.From(fitting.Count == 0 ? call.Type : TypeLattice.Join(fitting));
    }
}
