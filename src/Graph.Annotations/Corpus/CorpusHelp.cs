namespace Graph.Annotations;

/// <summary>Every setting of a corpus with an example, as the README and the prompt show it.</summary>
public static class CorpusHelp
{
    /// <summary>A <c>corpus.yaml</c> that uses every key, with what each does behind it.</summary>
    public static string Settings => """
        format: brat                       # the only format to look for; left out, each file says what it is
        language: nl                       # of articles that do not say it themselves
        source: Kazakhstan crisis corpus   # the same for where they come from
        types:                             # annotation types of the files, and the labels of the graph that they become
          PER: Person
          LOC: Place
        relations:                         # the same for relations and roles
          sent-troops: SENT_TROOPS_TO
        coreference: [same-as]             # relations that say that both ends are one entity
        confidence: {mentions: 0.5, relations: 0.8}   # what is less certain is left out and counted; one number is for both
        layers: [nested]                   # layers to load beside the main one; left out, all; [] for none
        identity:                          # rules that join mentions to entities; each is on unless it is switched off
          id: on
          link: on
          coreference: on
          alias: on
          name: on
          lastName: off
        columns: {token: 0, tag: [-1, 2]}  # of files with a token a line: numbers from 0 or from the end, or names; further tags are layers
        texts: ../texts                    # the folder with the texts that annotations in other files are on
        annotator: ann                     # of several annotators of a project the one to read
        json:                              # fields of JSON records, where they are not found by themselves
          id: nr
          title: title
          published: date
          source: paper
          language: lang
          url: link
          text: [body, content]            # of several names the first that is there counts
          unit: utf16                      # what offsets count: characters, utf16, tokens, tokens-inclusive
          mentions:                        # a name may be a path: data.spans, annotations[].result[]
            {list: spans, id: id, start: from, end: to, type: tag, entity: who, surface: words, confidence: score, sentence: row,
             annotator: by, tags: ner, labels: [O, B-PER, I-PER]}   # or a tag for each token, by number where there are labels
          relations:                       # ends by id, or by spans
            {list: links, id: id, type: kind, source: head, target: tail, start: from, end: to, confidence: score,
             sourceStart: head.from, sourceEnd: head.to, targetStart: tail.from, targetEnd: tail.to}
          events: {list: events, id: id, type: kind, trigger: word, start: word.from, end: word.to,
                   arguments: roles, role: role, target: who}
          skip: {answer: [reject, ignore]} # records that are left out and counted
          files: {documents: texts.json, mentions: spans.json, relations: links.json, key: text_id}   # where each has a file of its own
        tables:                            # files of nodes and of relations
          separator: semicolon             # a character or its name, here or at one table; left out, by the first line
          'null': [NULL, NA]               # what stands where there is no value, here or at one table
          nodes:
            - {file: people.csv, label: Person, id: id, space: people, columns: {born_on: born},
               types: {age: INTEGER, tags: 'LIST<STRING>'}, ignore: [note]}
            - {file: others.xlsx, sheet: Others, labelColumn: kind, id: id}
          relations:
            - {file: knows.csv, type: KNOWS, source: from, sourceSpace: people, target: to, targetSpace: people}
            - {file: facts.csv, typeColumn: what, source: from, target: to, article: said_in, start: from_char, end: to_char}
        """;

    /// <summary>An <c>articles.csv</c> with every column: what the files lack, by name of the file or by id of the article.</summary>
    public static string Articles => """
        file,id,title,published,source,language,url
        almaty,,Unrest in Almaty,2022-01-05,Own correspondent,en,https://example.org/almaty
        ,osh-1990,,1990-06,,,
        """;

    /// <summary>An <c>aliases.csv</c> with every column: which entity a surface names in the articles of its folder and below.</summary>
    public static string Aliases => """
        surface,type,entity id,reason,name
        Rusland,Country,russia,Dutch name,Russia
        CVVO,,csto,Dutch abbreviation,
        """;
}
