using System.Globalization;

namespace Graph.Annotations;

/// <summary>A feature structure as a TSV file spells it out; not every one is indexed by itself.</summary>
internal sealed record TsvStructure(
    string Id, string Type, IReadOnlyList<KeyValuePair<string, ImmutableArray<string>>> Features, SourcePlace Place)
{
    public bool IsIndexed { get; init; } = true;
}

/// <summary>Gathers the annotations of a TSV file token by token. References between them are resolved when all are known.</summary>
internal sealed class WebAnnoTsvAnnotations(WebAnnoTsvHeader header, ReadingLog log)
{
    private const string TokenType = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
    private readonly List<TsvSpan> spans = [];
    private readonly Dictionary<(TsvLayer Layer, int Number), TsvSpan> numbered = [];
    private readonly Dictionary<(string Layer, string Token, int Number), TsvSpan> atToken = [];
    private readonly Dictionary<string, TsvToken> tokens = new(StringComparer.Ordinal);
    private readonly List<(TsvLayer Layer, TsvToken Token, string?[] Values, string Governor, string Ends)> relations = [];
    private readonly SortedDictionary<(int Layer, int Chain, int Link), TsvSpan> links = [];
    private readonly Dictionary<string, TsvStructure> bareTokens = new(StringComparer.Ordinal);

    public void Add(TsvToken token, string[] fields)
    {
        tokens.TryAdd(token.Id, token);
        for (var i = 0; i < header.Layers.Count; i++)
        {
            // Most tokens carry nothing of a layer.
            var layer = header.Layers[i];
            if (layer.Columns.All(column => column.Index >= fields.Length || TsvCell.IsEmpty(fields[column.Index])))
                continue;
            var cells = new ImmutableArray<TsvItem>[layer.Columns.Length];
            var depth = 0;
            for (var column = 0; column < cells.Length; column++)
            {
                var index = layer.Columns[column].Index;
                cells[column] = index < fields.Length ? TsvCell.Read(fields[index]) : [];
                depth = Math.Max(depth, cells[column].Length);
            }

            for (var stack = 0; stack < depth; stack++)
                AddItem(layer, i, token, cells, stack);
        }
    }

    public IReadOnlyList<TsvStructure> Build()
    {
        var structures = new List<TsvStructure>();
        foreach (var span in spans)
            structures.AddRange(CreateSpan(span));
        structures.AddRange(CreateChains());
        structures.AddRange(relations.Select(CreateRelation));
        return [.. structures, .. bareTokens.Values];
    }

    private void AddItem(TsvLayer layer, int layerIndex, TsvToken token, ImmutableArray<TsvItem>[] cells, int stack)
    {
        switch (layer.Kind)
        {
            case TsvLayerKind.Relation:
                AddRelation(layer, token, cells, stack);
                break;
            case TsvLayerKind.Chain:
                AddLink(layer, layerIndex, token, cells, stack);
                break;
            default:
                AddSpan(layer, layerIndex, token, cells, stack);
                break;
        }
    }

    /// <summary>
    /// Values that stand alone in their column carry the number of the annotation they belong to; the others go by their place in the
    /// stack.
    /// </summary>
    private void AddSpan(TsvLayer layer, int layerIndex, TsvToken token, ImmutableArray<TsvItem>[] cells, int stack)
    {
        var (number, depth) = (0, 0);
        foreach (var cell in cells)
            depth = Math.Max(depth, cell.Length);
        foreach (var cell in cells)
            number = cell.Length == depth ? Math.Max(number, cell[stack].Annotation) : number;
        var values = new string?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            values[i] = GetValue(cells[i], number, stack);
        var span = number > 0 && numbered.TryGetValue((layer, number), out var known)
            ? known
            : Begin(layer, number > 0 ? $"{layerIndex}.{number}" : $"{layerIndex}.{token.Id}.{stack}", token, values);
        span.Span = span.Span.Cover(token.Span);
        if (number > 0)
            numbered[(layer, number)] = span;
        atToken.TryAdd((layer.Name, token.Id, number), span);
        atToken.TryAdd((layer.Name, token.Id, 0), span);
    }

    private static string? GetValue(ImmutableArray<TsvItem> cell, int number, int stack)
    {
        foreach (var item in number > 0 ? cell : [])
        {
            if (item.Annotation == number)
                return item.Text;
        }

        return stack < cell.Length && cell[stack].Annotation is 0 ? cell[stack].Text : null;
    }

    private TsvSpan Begin(TsvLayer layer, string id, TsvToken token, string?[] values)
    {
        var span = new TsvSpan(id, layer, token.Place, values) { Span = token.Span };
        spans.Add(span);
        return span;
    }

    private void AddRelation(TsvLayer layer, TsvToken token, ImmutableArray<TsvItem>[] cells, int stack)
    {
        var governor = layer.Columns
            .Select((column, index) => column.Kind == TsvColumnKind.Governor && stack < cells[index].Length ? cells[index][stack] : default)
            .FirstOrDefault(item => item.Text is not null);
        var values = cells.Select(cell => stack < cell.Length ? cell[stack].Text : null).ToArray();
        relations.Add((layer, token, values, governor.Text ?? "", governor.Number ?? ""));
    }

    /// <summary>
    /// The relation cell is <c>value->chain-link</c>, the type cell <c>type[chain]</c>; the header names them in either order.
    /// </summary>
    private void AddLink(TsvLayer layer, int layerIndex, TsvToken token, ImmutableArray<TsvItem>[] cells, int stack)
    {
        const string Arrow = "->";
        var relationColumn = layer.Columns.Length > 1 && layer.Columns[1].Name == "referenceRelation" ? 1 : 0;
        var relation = stack < cells[relationColumn].Length ? cells[relationColumn][stack].Text ?? "" : "";
        var arrow = relation.LastIndexOf(Arrow, StringComparison.Ordinal);
        var ends = arrow < 0 ? [] : relation[(arrow + Arrow.Length)..].Split('-');
        if (ends.Length != 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var chain)
            || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var link))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                token.Place, "link of a chain", $"'{relation}' does not end in an arrow, a chain and a place in it, such as '->1-2'"));
            return;
        }

        var typeColumn = 1 - relationColumn;
        var type = typeColumn < cells.Length && stack < cells[typeColumn].Length ? cells[typeColumn][stack].Text : null;
        if (!links.TryGetValue((layerIndex, chain, link), out var span))
            links[(layerIndex, chain, link)] = span = new TsvSpan($"{layerIndex}.c{chain}.{link}", layer, token.Place, relationColumn == 0
                ? [relation[..arrow], type]
                : [type, relation[..arrow]])
            { Span = token.Span };
        span.Span = span.Span.Cover(token.Span);
    }

    private IEnumerable<TsvStructure> CreateSpan(TsvSpan span)
    {
        var features = new List<KeyValuePair<string, ImmutableArray<string>>>();
        var links = new List<TsvStructure>();
        for (var i = 0; i < span.Layer.Columns.Length; i++)
        {
            var column = span.Layer.Columns[i];
            if (column.Kind == TsvColumnKind.Roles)
            {
                var slots = CreateLinks(
                    span,
                    column,
                    span.Values[i],
                    i + 1 < span.Values.Length ? span.Values[i + 1] : null,
                    span.Layer.Columns[i + 1].Type).ToList();
                links.AddRange(slots);
                if (slots.Count > 0)
                    features.Add(TsvFeatures.Create(column.Name, [.. slots.Select(slot => slot.Id)]));
            }
            else if (column.Kind == TsvColumnKind.Feature && column.Name.Length > 0 && TsvCell.GetValue(span.Values[i]) is { } value)
            {
                features.Add(TsvFeatures.Create(column.Name, value));
            }
        }

        return [.. links, new TsvStructure(span.Id, span.Layer.Name, TsvFeatures.OfSpan(span.Span, [.. features]), span.Place)];
    }

    private IEnumerable<TsvStructure> CreateLinks(TsvSpan host, TsvColumn column, string? roles, string? fillers, string fillerLayer)
    {
        if (fillers is null)
            yield break;

        var names = TsvCell.Split(roles ?? "", ';').ToList();
        var targets = TsvCell.Split(fillers, ';').ToList();
        for (var i = 0; i < targets.Count; i++)
        {
            var features = new List<KeyValuePair<string, ImmutableArray<string>>>
            {
                TsvFeatures.Create("target", FindAnnotation(fillerLayer, targets[i]))
            };
            if (i < names.Count && names[i].Length > 0 && TsvCell.GetValue(names[i]) is { } role)
                features.Add(TsvFeatures.Create("role", role));
            yield return new TsvStructure($"{host.Id}.{column.Name}.{i}", column.Type, features, host.Place) { IsIndexed = false };
        }
    }

    private TsvStructure CreateRelation(
        (TsvLayer Layer, TsvToken Token, string?[] Values, string Governor, string Ends) relation, int index)
    {
        var ends = relation.Ends.Split('_');
        var hasEnds = ends.Length == 2;
        var features = new List<KeyValuePair<string, ImmutableArray<string>>>
        {
            TsvFeatures.Create(
                UimaLayers.Governor, FindAnnotation(relation.Layer.Base, hasEnds ? $"{relation.Governor}[{ends[0]}]" : relation.Governor)),
            TsvFeatures.Create(
                UimaLayers.Dependent, FindAnnotation(relation.Layer.Base, hasEnds ? $"{relation.Token.Id}[{ends[1]}]" : relation.Token.Id)),
        };
        for (var i = 0; i < relation.Values.Length; i++)
        {
            if (relation.Layer.Columns[i] is { Kind: TsvColumnKind.Feature, Name.Length: > 0 } column
                && TsvCell.GetValue(relation.Values[i]) is { } value)
                features.Add(TsvFeatures.Create(column.Name, value));
        }

        return new TsvStructure(
            $"r{index}", relation.Layer.Name, TsvFeatures.OfSpan(relation.Token.Span, [.. features]), relation.Token.Place);
    }

    private IEnumerable<TsvStructure> CreateChains()
    {
        foreach (var chain in links.GroupBy(link => (link.Key.Layer, link.Key.Chain)))
        {
            var members = chain.Select(link => link.Value).ToList();
            for (var i = 0; i < members.Count; i++)
                yield return CreateLink(members[i], i + 1 < members.Count ? members[i + 1].Id : null);

            yield return new TsvStructure(
                $"{chain.Key.Layer}.c{chain.Key.Chain}",
                $"{members[0].Layer.Name}Chain",
                [TsvFeatures.Create("first", members[0].Id)],
                members[0].Place);
        }
    }

    private static TsvStructure CreateLink(TsvSpan link, string? next)
    {
        var features = new List<KeyValuePair<string, ImmutableArray<string>>>();
        if (next is not null)
            features.Add(TsvFeatures.Create("next", next));
        for (var i = 0; i < link.Layer.Columns.Length && i < link.Values.Length; i++)
        {
            if (TsvCell.GetValue(link.Values[i]) is { Length: > 0 } value)
                features.Add(TsvFeatures.Create(link.Layer.Columns[i].Name, value));
        }

        return new TsvStructure(link.Id, link.Layer.Name, TsvFeatures.OfSpan(link.Span, [.. features]), link.Place);
    }

    /// <summary>
    /// The annotation of a layer at a token, <c>1-2</c> or <c>1-2[7]</c>. A base of bare tokens, or of any annotation, gives the token
    /// where nothing else stands.
    /// </summary>
    private string FindAnnotation(string layer, string reference)
    {
        var item = TsvCell.Read(reference) is [var first] ? first : default;
        var tokenId = item.Text ?? "";
        if (atToken.TryGetValue((layer, tokenId, item.Annotation), out var span) || atToken.TryGetValue((layer, tokenId, 0), out span))
            return span.Id;
        if (layer == "uima.tcas.Annotation"
            && header.Layers
                .Select(other => atToken.GetValueOrDefault((other.Name, tokenId, item.Annotation)))
                .FirstOrDefault(found => found is not null) is { } any)
            return any.Id;
        return tokens.TryGetValue(tokenId, out var token) ? GetBareToken(token) : reference;
    }

    private string GetBareToken(TsvToken token)
    {
        var id = $"t{token.Id}";
        bareTokens.TryAdd(id, new TsvStructure(id, TokenType, TsvFeatures.OfSpan(token.Span), token.Place) { IsIndexed = false });
        return id;
    }

    private sealed class TsvSpan(string id, TsvLayer layer, SourcePlace place, string?[] values)
    {
        public string Id => id;

        public TsvLayer Layer => layer;

        public SourcePlace Place => place;

        public string?[] Values => values;

        public TextSpan Span { get; set; }
    }
}
