using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>What to type first, made of what is loaded; or what to do where nothing is.</summary>
internal static class FirstQuestions
{
    public const string WhatToDo = "'graph check PATH' tells why; 'graph check PATH --init' writes a first corpus.yaml.";

    public static IEnumerable<string> Suggest(Session session)
    {
        if (session.Store.NodeCount == 0)
        {
            yield return $"Nothing was read. {WhatToDo}";
            yield break;
        }

        var examples = LoadedExamples.Of(session);
        if (examples.RelationType is { } relation)
            yield return $"  MATCH (a)-[r:{QueryWords.Quote(relation)}]->(b) RETURN a, r, b;";
        if (examples.EntityLabel is { } label)
            yield return $"  MATCH (n:{QueryWords.Quote(label)})-[r]-() RETURN n.name, count(r) AS facts ORDER BY facts DESC LIMIT 10;";
        if (examples.EntityName is { } name)
            yield return $"  :open {name}";
    }
}
