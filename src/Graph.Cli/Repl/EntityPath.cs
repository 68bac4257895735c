using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Query.Functions;

namespace Graph.Cli.Repl;

/// <summary>The shortest way from one entity to another along facts, and the sentences that state each of them.</summary>
internal static class EntityPath
{
    private const string From = "from";
    private const string To = "to";

    public static StepOutcome Write(PromptContext context, int start, int end)
    {
        var engine = context.Session.Engine;
        var mentions = context.Store.FindEdgeTable(StoreNames.MentionType) is null ? "" : $":!{StoreNames.MentionType}";
        var text = $"MATCH (a), (b) WHERE id(a) = ${From} AND id(b) = ${To} MATCH p = ANY SHORTEST (a)-[{mentions}]-*(b) RETURN p";
        var limits = context.State.Settings.GetLimits(context.Settings.Limits);
        var query = engine.Prepare(new SourceText(text), limits, context.Cancellation).RequireNotStopped();
        if (query.HasErrors)
            throw new InvalidOperationException(query.Diagnostics[0].Message);

        var parameters = new Dictionary<string, Value> { [From] = Value.FromInteger(start), [To] = Value.FromInteger(end) };
        var result = engine.Run(query, parameters, limits, context.Cancellation);
        foreach (var row in result.Rows)
        {
            var path = row[0];
            context.WriteWrapped(new ValueFormatter(context.Store, useCaptions: true).Format(path));
            context.Output.Write('\n');
            var evidence = new EvidenceReader(context.Store).GetEvidence("path", path);
            new EvidenceReport(context.Store, context.RenderOptions, context.Cancellation).Write(evidence, context.Output);
            return StepOutcome.Done;
        }

        var lookup = new EntityLookup(context.Store);
        return context.Refuse($"No facts lead from {lookup.Describe(start)} to {lookup.Describe(end)}.");
    }
}
