using Graph.Query;
using Graph.Query.Algorithms;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Parsing;
using Graph.Query.Syntax;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Fills what the grammar expects at the cursor with names: of the graph, of the statement so far, and of the language.</summary>
/// <param name="possible">What the data allows at a place; null while that is not known.</param>
internal sealed class QueryCompletion(GraphCatalog catalog, IReadOnlyList<string> parameters, PossibleNames? possible)
{
    private const string Shortest = "SHORTEST";

    /// <summary>They look like calls, and stand where a path or its selector may.</summary>
    private static readonly ImmutableArray<string> ShortestPaths = ["shortestPath(", "allShortestPaths("];

    public Completion Complete(string text, int cursor)
    {
        var context = CompletionContext.At(new SourceText(text), cursor);
        if (context.Word.Start > 0 && text[context.Word.Start - 1] == '$')
            return PromptCompletion.Filter(text, context.Word, Items(parameters, "parameter"));

        var before = text[..context.Word.Start];
        if (PlaceInQuery.FindConfiguredProcedure(before) is { } configured)
            return PromptCompletion.Filter(
                text, context.Word, Items(ProcedureWords.GetSettings(configured).Select(key => $"{key}: "), "setting"));
        if (PlaceInQuery.FindCalledProcedure(before) is { } called && ProcedureWords.GetSettings(called) is { IsEmpty: false } settings)
            return PromptCompletion.Filter(text, context.Word, Items(settings.Select(key => $"{{{key}: "), "setting"));
        if (PlaceInQuery.FindYieldingProcedure(before) is { } yielding && ProcedureRegistry.BuiltIn.TryGet(yielding, out var procedure))
            return PromptCompletion.Filter(text, context.Word, Items(procedure.Columns.Select(column => column.Name), "column"));

        if (context.Expects(ExpectationKind.Procedure))
            return PromptCompletion.Filter(text, ExtendOverPoints(text, context.Word), Items(ProcedureRegistry.BuiltIn.Names, "procedure"));

        if (PlaceInQuery.FindPointedName(before) is { } pointed && context.Variables.All(variable => variable.Name != pointed))
            return PromptCompletion.Filter(
                text, ExtendOverPoints(text, context.Word), GetFunctions().Where(item => item.Text.Contains('.')));

        return PromptCompletion.Filter(
            text, context.Word, context.Expected.OrderBy(GetRank).SelectMany(expected => GetChoices(expected, context)));
    }

    /// <summary>A procedure's name has points in it.</summary>
    private static TextSpan ExtendOverPoints(string text, TextSpan word)
    {
        var start = word.Start;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_'))
            start--;
        return TextSpan.FromBounds(start, word.End);
    }

    /// <summary>What the user knows least by heart comes first.</summary>
    private static int GetRank(Expectation expected) => expected.Kind switch
    {
        ExpectationKind.Label or ExpectationKind.RelationType or ExpectationKind.Property => 0,
        ExpectationKind.Variable => 1,
        ExpectationKind.Keyword => 2,
        _ => 3,
    };

    private IEnumerable<CompletionItem> GetChoices(Expectation expected, CompletionContext context) => expected.Kind switch
    {
        ExpectationKind.Keyword when expected.Text == Shortest => [new CompletionItem(expected.Text), .. Items(ShortestPaths, null)],
        ExpectationKind.Keyword => [new CompletionItem(expected.Text)],
        ExpectationKind.Label => Items(GetLabels(context.Step).Select(label => QueryWords.Quote(label)), "label"),
        ExpectationKind.RelationType => Items(GetRelationTypes(context.Step).Select(type => QueryWords.Quote(type)), "relation"),
        ExpectationKind.Property => GetProperties(context.Owner, context.OwnerStep),
        ExpectationKind.Variable =>
            Items(context.Variables.Select(variable => QueryWords.Quote(variable.Name, isVariable: true)), "variable"),
        ExpectationKind.Function => GetFunctions(),
        ExpectationKind.Parameter => Items(parameters.Select(name => $"${QueryWords.Quote(name)}"), "parameter"),
        _ => [],
    };

    private IReadOnlyList<string> GetLabels(CompletionStep? step) =>
        possible is not null && step is { Relation: not null } ? possible.ListLabels(step) : catalog.Labels;

    private IReadOnlyList<string> GetRelationTypes(CompletionStep? step) =>
        possible is not null && step is { Relation: null } ? possible.ListRelationTypes(step) : catalog.RelationTypes;

    private static IEnumerable<CompletionItem> GetFunctions() =>
        Items(
            FunctionRegistry.Names.Concat(AggregateFunctions.Names)
                .Select(name => $"{name}(")
                .Concat(ShortestPaths)
                .Distinct()
                .Order(StringComparer.OrdinalIgnoreCase),
            null);

    /// <summary>
    /// The properties of what stands before the cursor, as far as its labels are known, or those that it may have; else all.
    /// </summary>
    private IEnumerable<CompletionItem> GetProperties(CompletionVariable? owner, CompletionStep? step)
    {
        var labels = owner?.Labels ?? [];
        if (labels.IsEmpty && step is not null && possible is not null)
            labels = KeepSpecific(possible.ListLabels(step));
        var known = owner is { IsRelation: true }
            ? labels.Where(catalog.HasRelationType).SelectMany(type => catalog.GetRelationProperties(type))
            : labels.Where(catalog.HasLabel).SelectMany(label => catalog.GetNodeProperties(label));
        var names = known.Select(property => property.Name).Distinct().ToList();
        return Items((names.Count > 0 ? names : GetAllProperties(owner)).Select(key => QueryWords.Quote(key)), "property");
    }

    /// <summary>Without the labels that those with another one have as well: of an actor that is a person, what persons have.</summary>
    private ImmutableArray<string> KeepSpecific(IReadOnlyList<string> labels)
    {
        return [.. labels.Where(label => !labels.Any(other => other != label && Implies(other, label) && !Implies(label, other)))];

        bool Implies(string label, string other) =>
            catalog.HasNodes(new LabelName(label))
            && !catalog.HasNodes(LabelExpressions.And(new LabelName(label), new LabelNot(new LabelName(other))));
    }

    private IEnumerable<string> GetAllProperties(CompletionVariable? owner)
    {
        if (owner is not { IsElement: true })
            return catalog.PropertyKeys;
        var all = owner.IsRelation ? catalog.GetRelationProperties() : catalog.GetNodeProperties();
        return all.Select(property => property.Name).Distinct();
    }

    private static IEnumerable<CompletionItem> Items(IEnumerable<string> names, string? description) =>
        names.Select(name => new CompletionItem(name, description));
}
