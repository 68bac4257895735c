using Graph.Query.Syntax;

namespace Graph.Query;

/// <summary>What subqueries found: CALL, and those inside expressions.</summary>
internal sealed partial class EvidenceRewriter
{
    /// <summary>Nobody reads more sentences behind one value.</summary>
    private const int MostOfSubquery = 100;

    private static readonly Dictionary<string, string> NoPins = [];

    /// <summary>What the patterns of a subquery bound goes on beside its columns: of several parts, the relations as one list.</summary>
    private CallSubquerySyntax RewriteCall(CallSubquerySyntax call)
    {
        var query = LinearComposition.Join(call.Query);
        var columns = query.Parts[0].Clauses.OfType<ReturnSyntax>().SelectMany(result => result.Projection.Items.Select(NameOf)).ToList();
        if (query.Parts.All(part => part.Clauses is [.., ReturnSyntax { Projection.IncludeAll: false }]))
            call = call with { Query = query.Parts is [var only] ? RewriteOnly(query, only) : RewriteUnion(query) };
        scope.UnionWith(columns);
        return call;
    }

    private QuerySyntax RewriteOnly(QuerySyntax query, SingleQuerySyntax part)
    {
        var (rewritten, found) = RewriteInner(part);
        carried.AddRange(found);
        return query with { Parts = [rewritten] };
    }

    /// <summary>The parts must have the same columns, so what each found is in one of its own.</summary>
    private QuerySyntax RewriteUnion(QuerySyntax query)
    {
        var name = NewName(RelationPrefix);
        var parts = query.Parts.Select(
            part => Gather(RewriteInner(part).Part, ((ReturnSyntax)part.Clauses[^1]).Projection.Items.Count, name));
        var rewritten = query with { Parts = [.. parts.ToArray()] };
        carried.Add(new CarriedVariable(name, RelationPrefix));
        return rewritten;
    }

    private static SingleQuerySyntax Gather(SingleQuerySyntax part, int columns, string name)
    {
        var last = (ReturnSyntax)part.Clauses[^1];
        var relations = last.Projection.Items.Skip(columns)
            .Where(item => NameOf(item).StartsWith(RelationPrefix, StringComparison.Ordinal))
            .Select(item => item.Expression);
        var list = new ListSyntax([.. relations.ToArray()]) { Span = last.Span };
        var item = new ProjectionItemSyntax(list, new NameSyntax(name) { Span = last.Span }, name) { Span = last.Span };
        var projection = last.Projection with { Items = [.. last.Projection.Items.Take(columns).Append(item).ToArray()] };
        return part with { Clauses = [.. part.Clauses.SkipLast(1).Append(last with { Projection = projection }).ToArray()] };
    }

    private (SingleQuerySyntax Part, List<CarriedVariable> Carried) RewriteInner(SingleQuerySyntax part)
    {
        var inner = CreateInner();
        var rewritten = inner.RewritePart(part);
        count = inner.count;
        return (rewritten, inner.carried);
    }

    /// <summary>For a query that sees the variables of this one.</summary>
    private EvidenceRewriter CreateInner()
    {
        var inner = new EvidenceRewriter(NoPins) { count = count };
        inner.scope.UnionWith(scope);
        return inner;
    }

    /// <summary>
    /// The relations that a subquery inside an expression found, as a list of lists; null where its rows are chosen among others.
    /// </summary>
    private SubqueryValueSyntax? CollectRelations(QuerySyntax query)
    {
        var joined = LinearComposition.Join(query);
        if (joined.Parts is not [var part] || part.Clauses.Any(clause => clause is ReturnSyntax { Projection.Limit: not null }))
            return null;

        var inner = CreateInner();
        var clauses = part.Clauses.Where(clause => clause is not ReturnSyntax).Select(inner.RewriteClause).ToList();
        count = inner.count;
        var relations = inner.carried
            .Where(variable => variable.Prefix == RelationPrefix)
            .Select(variable => Reference(variable.Name, query.Span))
            .ToArray();
        if (relations.Length == 0)
            return null;

        var list = new ListSyntax([.. relations]) { Span = query.Span };
        var item = new ProjectionItemSyntax(list, new NameSyntax(RelationPrefix) { Span = query.Span }, RelationPrefix)
        {
            Span = query.Span
        };
        var limit = new LiteralSyntax(Value.FromInteger(MostOfSubquery), $"{MostOfSubquery}") { Span = query.Span };
        clauses.Add(
            new ReturnSyntax(new ProjectionSyntax(false, false, [item], [], null, limit) { Span = query.Span }) { Span = query.Span });
        var found = new QuerySyntax([new SingleQuerySyntax([.. clauses.ToArray()]) { Span = query.Span }], []) { Span = query.Span };
        return new SubqueryValueSyntax(SubqueryValue.Collect, found, IsPattern: false) { Span = query.Span };
    }
}
