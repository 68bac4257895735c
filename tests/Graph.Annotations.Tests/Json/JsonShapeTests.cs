using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>
/// What annotation tools and data sets write as JSON, recognised without any file: a record of each in its own words, and what it gives.
/// </summary>
public sealed class JsonShapeTests
{
    /// <summary>The columns: a record, then mentions as words:Type, relations, events.</summary>
    public static TheoryData<string, string, string> Shapes => new()
    {
        {
            "Label Studio",
            """{"id": 7, "data": {"text": "Mira runs Delta Mill.", "date": "2023-04-05"}, "annotations": [{"id": 1, "completed_by": 3, "was_cancelled": false, "result": [{"value": {"start": 0, "end": 4, "text": "Mira", "labels": ["PER"]}, "id": "x1", "from_name": "label", "to_name": "text", "type": "labels"}, {"value": {"start": 10, "end": 20, "text": "Delta Mill", "labels": ["ORG"]}, "id": "x2", "from_name": "label", "to_name": "text", "type": "labels"}, {"from_id": "x1", "to_id": "x2", "type": "relation", "direction": "right", "labels": ["RUNS"]}]}], "predictions": []}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "Label Studio, relation to the left",
            """{"id": 7, "data": {"text": "Mira runs Delta Mill."}, "annotations": [{"id": 1, "result": [{"value": {"start": 0, "end": 4, "labels": ["PER"]}, "id": "x1", "type": "labels"}, {"value": {"start": 10, "end": 20, "labels": ["ORG"]}, "id": "x2", "type": "labels"}, {"from_id": "x2", "to_id": "x1", "type": "relation", "direction": "left", "labels": ["RUNS"]}]}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "Label Studio, cancelled",
            """{"id": 7, "data": {"text": "Mira left."}, "annotations": [{"id": 1, "was_cancelled": true, "result": [{"value": {"start": 0, "end": 4, "labels": ["PER"]}, "id": "x1", "type": "labels"}]}]}""",
            ""
        },
        {
            "Label Studio, ground truth beside another annotator",
            """{"id": 7, "data": {"text": "Mira left Oslo."}, "annotations": [{"id": 1, "ground_truth": true, "result": [{"value": {"start": 0, "end": 4, "labels": ["PER"]}, "id": "a", "type": "labels"}]}, {"id": 2, "ground_truth": false, "result": [{"value": {"start": 10, "end": 14, "labels": ["LOC"]}, "id": "b", "type": "labels"}]}]}""",
            "Mira:PER"
        },
        {
            "Label Studio before 1.0, UTF-16 behind an emoji",
            """{"id": 7, "data": {"body": "🙂 Mira left."}, "completions": [{"id": 1, "result": [{"value": {"start": 3, "end": 7, "text": "Mira", "labels": ["PER"]}, "id": "x1", "to_name": "body", "type": "labels"}]}]}""",
            "Mira:PER"
        },
        {
            "Label Studio, a dialogue",
            """{"id": 7, "data": {"turns": [{"author": "A", "text": "Mira left."}, {"author": "B", "text": "To Oslo?"}]}, "annotations": [{"id": 1, "result": [{"value": {"start": "0", "end": "0", "startOffset": 0, "endOffset": 4, "text": "Mira", "paragraphlabels": ["PER"]}, "id": "a", "to_name": "turns", "type": "paragraphlabels"}, {"value": {"start": "1", "end": "1", "startOffset": 3, "endOffset": 7, "text": "Oslo", "paragraphlabels": ["LOC"]}, "id": "b", "to_name": "turns", "type": "paragraphlabels"}]}]}""",
            "Mira:PER Oslo:LOC"
        },
        {
            "Label Studio JSON_MIN",
            """{"text": "Mira left Oslo.", "id": 3, "ner": [{"start": 0, "end": 4, "text": "Mira", "labels": ["PER", "VIP"]}, {"start": 10, "end": 14, "text": "Oslo", "labels": ["LOC"]}], "annotator": 1, "annotation_id": 9, "created_at": "2023-01-01T00:00:00Z", "updated_at": "2023-01-01T00:00:00Z", "lead_time": 3.1}""",
            "Mira:PER/VIP Oslo:LOC"
        },
        {
            "doccano, triples",
            """{"id": 1, "text": "Mira left Oslo.", "label": [[0, 4, "PER"], [10, 14, "LOC"]], "Comments": []}""",
            "Mira:PER Oslo:LOC"
        },
        {
            "doccano, relations and UTF-16",
            """{"id": 1, "text": "🙂🙂 Mira left Oslo.", "entities": [{"id": 5, "label": "PER", "start_offset": 5, "end_offset": 9}, {"id": 6, "label": "LOC", "start_offset": 15, "end_offset": 19}], "relations": [{"id": 1, "from_id": 5, "to_id": 6, "type": "LEFT"}], "Comments": []}""",
            "Mira:PER Oslo:LOC | Mira-LEFT-Oslo"
        },
        {
            "doccano 0.2",
            """{"id": 1, "text": "Mira left Oslo.", "annotations": [{"id": 4, "label": "PER", "start_offset": 0, "end_offset": 4, "user": 1}], "meta": {"source": "Courier"}}""",
            "Mira:PER"
        },
        {
            "Prodigy",
            """{"text": "Mira runs Mill.", "tokens": [{"text": "Mira", "start": 0, "end": 4, "id": 0}, {"text": "runs", "start": 5, "end": 9, "id": 1}, {"text": "Mill", "start": 10, "end": 14, "id": 2}], "spans": [{"start": 0, "end": 4, "token_start": 0, "token_end": 0, "type": "span", "label": "PER"}, {"start": 10, "end": 14, "token_start": 2, "token_end": 2, "type": "span", "label": "ORG"}], "relations": [{"head": 0, "child": 2, "label": "RUNS", "color": "#fff"}], "answer": "accept"}""",
            "Mira:PER Mill:ORG | Mira-RUNS-Mill"
        },
        { "Prodigy, rejected",
            """{"text": "Mira left.", "spans": [{"start": 0, "end": 4, "label": "PER"}], "answer": "reject", "_input_hash": 1}""", "" },
        {
            "spaCy Doc.to_json",
            """{"text": "Mira left Oslo.", "ents": [{"start": 0, "end": 4, "label": "PERSON"}], "sents": [{"start": 0, "end": 15}], "tokens": [{"id": 0, "start": 0, "end": 4}], "spans": {"sc": [{"start": 10, "end": 14, "label": "GPE", "kb_id": ""}]}}""",
            "Mira:PERSON Oslo:GPE"
        },
        { "spaCy pairs", """["Mira left Oslo.", {"entities": [[0, 4, "PER"], [10, 14, "LOC"]]}]""", "Mira:PER Oslo:LOC" },
        {
            "CrossRE",
            """{"doc_key": "news-1", "sentence": ["Mira", "runs", "Delta", "Mill"], "ner": [[0, 0, "person"], [2, 3, "organisation"]], "relations": [[0, 0, 2, 3, "role", "", false, false]]}""",
            "Mira:person Delta Mill:organisation | Mira-role-Delta Mill"
        },
        {
            "DocRED",
            """{"title": "Mira", "vertexSet": [[{"name": "Mira", "sent_id": 0, "pos": [0, 1], "type": "PER"}, {"name": "She", "sent_id": 1, "pos": [0, 1], "type": "PER"}], [{"name": "Oslo", "sent_id": 1, "pos": [2, 3], "type": "LOC"}]], "labels": [{"r": "P551", "h": 0, "t": 1, "evidence": [0, 1]}], "sents": [["Mira", "runs", "."], ["She", "loves", "Oslo", "."]]}""",
            "Mira:PER She:PER Oslo:LOC | Mira-P551-Oslo"
        },
        {
            "SciERC",
            """{"doc_key": "d1", "sentences": [["Mira", "runs", "Mill", "."], ["She", "left", "."]], "ner": [[[0, 0, "PER"], [2, 2, "ORG"]], [[4, 4, "PER"]]], "relations": [[[0, 0, 2, 2, "RUNS"]], []], "clusters": [[[0, 0], [4, 4]]]}""",
            "Mira:PER Mill:ORG She:PER | Mira-RUNS-Mill"
        },
        {
            "DyGIE++ events",
            """{"doc_key": "d1", "dataset": "x", "sentences": [["Mira", "left", "Oslo", "."]], "ner": [[[0, 0, "PER"], [2, 2, "LOC"]]], "relations": [[]], "events": [[[[1, "Move"], [0, 0, "Who"], [2, 2, "From"]]]]}""",
            "Mira:PER Oslo:LOC | Move-From-Oslo Move-Who-Mira | 1 Move"
        },
        {
            "SpERT",
            """{"tokens": ["Mira", "runs", "Delta", "Mill", "."], "entities": [{"type": "Peop", "start": 0, "end": 1}, {"type": "Org", "start": 2, "end": 4}], "relations": [{"type": "Work_For", "head": 0, "tail": 1}], "orig_id": 5}""",
            "Mira:Peop Delta Mill:Org | Mira-Work_For-Delta Mill"
        },
        {
            "WikiEvents",
            """{"doc_id": "w1", "tokens": ["Mira", "left", "Oslo", "."], "text": "Mira left Oslo.", "sentences": [[[["Mira", 0, 4], ["left", 5, 9], ["Oslo", 10, 14], [".", 14, 15]], "Mira left Oslo."]], "entity_mentions": [{"id": "w1-T1", "sent_idx": 0, "start": 0, "end": 1, "entity_type": "PER", "mention_type": "NAM", "text": "Mira"}], "event_mentions": [{"id": "w1-E1", "event_type": "Move", "trigger": {"start": 1, "end": 2, "text": "left", "sent_idx": 0}, "arguments": [{"entity_id": "w1-T1", "role": "Mover", "text": "Mira"}]}]}""",
            "Mira:PER | Move-Mover-Mira | 1 Move"
        },
        {
            "OneIE",
            """{"doc_id": "o", "sent_id": "o-0", "tokens": ["Mira", "runs", "Mill", "."], "sentence": "Mira runs Mill.", "entity_mentions": [{"id": "o-1", "text": "Mira", "entity_type": "PER", "mention_type": "NAM", "start": 0, "end": 1}, {"id": "o-2", "text": "Mill", "entity_type": "ORG", "mention_type": "NAM", "start": 2, "end": 3}], "relation_mentions": [{"id": "o-R1", "relation_type": "ORG-AFF", "relation_subtype": "Employment", "arguments": [{"entity_id": "o-2", "role": "Arg-2"}, {"entity_id": "o-1", "role": "Arg-1"}]}], "event_mentions": []}""",
            "Mira:PER Mill:ORG | Mira-ORG-AFF-Mill"
        },
        {
            "ACE sentences",
            """{"sentence": "Mira left Oslo .", "words": ["Mira", "left", "Oslo", "."], "golden-entity-mentions": [{"text": "Mira", "entity-type": "PER:Individual", "start": 0, "end": 1}, {"text": "Oslo", "entity-type": "GPE:City", "start": 2, "end": 3}], "golden-event-mentions": [{"trigger": {"text": "left", "start": 1, "end": 2}, "event_type": "Movement:Transport", "arguments": [{"role": "Artifact", "entity-type": "PER:Individual", "start": 0, "end": 1, "text": "Mira"}]}]}""",
            "Mira:Individual/PER Oslo:City/GPE | Movement:Transport-Artifact-Mira | 1 Movement:Transport"
        },
        {
            "TACRED",
            """{"id": "t1", "docid": "D", "relation": "per:employee_of", "token": ["Mira", "runs", "Delta", "Mill"], "subj_start": 0, "subj_end": 0, "obj_start": 2, "obj_end": 3, "subj_type": "PERSON", "obj_type": "ORGANIZATION", "stanford_ner": ["PERSON", "O", "O", "O"]}""",
            "Mira:PERSON Delta Mill:ORGANIZATION | Mira-per:employee_of-Delta Mill"
        },
        {
            "TACRED, no relation",
            """{"id": "t1", "docid": "D", "relation": "no_relation", "token": ["Mira", "saw", "Mill"], "subj_start": 0, "subj_end": 0, "obj_start": 2, "obj_end": 2, "subj_type": "PERSON", "obj_type": "ORGANIZATION"}""",
            "Mira:PERSON Mill:ORGANIZATION"
        },
        {
            "FewRel",
            """{"P551": [{"tokens": ["Mira", "lives", "in", "Oslo"], "h": ["mira", "Q1", [[0]]], "t": ["oslo", "Q585", [[3]]]}], "P108": [{"tokens": ["Ola", "serves", "Delta", "Mill"], "h": ["ola", "Q2", [[0]]], "t": ["delta mill", "Q3", [[2, 3]]]}]}""",
            "Mira: Oslo: Ola: Delta Mill: | Mira-P551-Oslo Ola-P108-Delta Mill"
        },
        {
            "OpenNRE",
            """{"token": ["Mira", "lives", "in", "Oslo"], "h": {"name": "mira", "id": "Q1", "pos": [0, 1]}, "t": {"name": "oslo", "id": "Q585", "pos": [3, 4]}, "relation": "residence"}""",
            "Mira: Oslo: | Mira-residence-Oslo"
        },
        { "GLiNER", """{"tokenized_text": ["Mira", "runs", "Delta", "Mill"], "ner": [[0, 0, "person"], [2, 3, "company"]]}""",
            "Mira:person Delta Mill:company" },
        { "tagged tokens", """{"id": "0", "tokens": ["Mira", "left", "Oslo"], "ner_tags": ["B-PER", "O", "B-LOC"]}""",
            "Mira:PER Oslo:LOC" },
        {
            "CoreNLP",
            """{"docId": "c.txt", "sentences": [{"index": 0, "tokens": [{"index": 1, "word": "Mira", "originalText": "Mira", "characterOffsetBegin": 0, "characterOffsetEnd": 4, "ner": "PERSON", "before": "", "after": " "}, {"index": 2, "word": "left", "originalText": "left", "characterOffsetBegin": 5, "characterOffsetEnd": 9, "ner": "O", "before": " ", "after": ""}], "entitymentions": [{"docTokenBegin": 0, "docTokenEnd": 1, "tokenBegin": 0, "tokenEnd": 1, "text": "Mira", "characterOffsetBegin": 0, "characterOffsetEnd": 4, "ner": "PERSON"}]}, {"index": 1, "tokens": [{"index": 1, "word": "She", "originalText": "She", "characterOffsetBegin": 10, "characterOffsetEnd": 13, "ner": "O", "before": "\n", "after": ""}], "entitymentions": []}], "corefs": {"1": [{"id": 0, "text": "Mira", "startIndex": 1, "endIndex": 2, "headIndex": 1, "sentNum": 1, "isRepresentativeMention": true}, {"id": 1, "text": "She", "startIndex": 1, "endIndex": 2, "headIndex": 1, "sentNum": 2}]}}""",
            "Mira:PERSON She:PERSON"
        },
        { "GATE JSON",
            """{"text": "Mira left Oslo.", "entities": {"Person": [{"indices": [0, 4], "gender": "female"}], "Location": [{"indices": [10, 14]}]}}""", "Mira:Person Oslo:Location" },
        { "Dataturks",
            """{"content": "Mira left Oslo.", "annotation": [{"label": ["Name"], "points": [{"start": 0, "end": 3, "text": "Mira"}]}], "extras": null, "metadata": {}}""", "Mira:Name" },
        {
            "Web Annotation",
            """[{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "#a1", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Person"}], "target": {"source": "http://example.org/n/1", "selector": [{"type": "TextQuoteSelector", "exact": "Mira"}, {"type": "TextPositionSelector", "start": 0, "end": 4}]}}, {"id": "#a2", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "City"}], "target": {"source": "http://example.org/n/1", "selector": [{"type": "TextQuoteSelector", "exact": "Oslo"}, {"type": "TextPositionSelector", "start": 10, "end": 14}]}}, {"id": "#r1", "type": "Annotation", "motivation": "linking", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "LEFT"}], "target": [{"id": "#a1"}, {"id": "#a2"}]}]""",
            "Mira:Person Oslo:City | Mira-LEFT-Oslo"
        },
        {
            "BioC",
            """{"source": "PubTator", "documents": [{"id": "12", "passages": [{"offset": 0, "text": "Mira left.", "annotations": [{"id": "1", "infons": {"type": "Person"}, "text": "Mira", "locations": [{"offset": 0, "length": 4}]}]}, {"offset": 11, "text": "She saw Oslo.", "annotations": [{"id": "2", "infons": {"type": "City"}, "text": "Oslo", "locations": [{"offset": 19, "length": 4}]}]}], "relations": [{"id": "R1", "infons": {"type": "saw"}, "nodes": [{"refid": "1", "role": ""}, {"refid": "2", "role": ""}]}]}]}""",
            "Mira:Person Oslo:City | Mira-saw-Oslo"
        },
        {
            "DWIE",
            """{"id": "d1", "content": "Mira runs Delta Mill. She left.", "tags": [], "mentions": [{"begin": 0, "end": 4, "text": "Mira", "concept": 0}, {"begin": 10, "end": 20, "text": "Delta Mill", "concept": 1}, {"begin": 22, "end": 25, "text": "She", "concept": 0}], "concepts": [{"concept": 0, "text": "Mira", "tags": ["type::person", "topic::x"], "link": null}, {"concept": 1, "text": "Delta Mill", "tags": ["type::organization"]}], "relations": [{"s": 0, "p": "head_of", "o": 1}]}""",
            "Mira:person Delta Mill:organization She:person | Mira-head_of-Delta Mill"
        },
        {
            "T-REx and REBEL",
            """[{"docid": "7", "title": "Mira", "uri": "Q1", "text": "Mira left Oslo.", "entities": [{"uri": "http://www.wikidata.org/entity/Q1", "boundaries": [0, 4], "surfaceform": "Mira", "annotator": "x"}, {"uri": "Q585", "boundaries": [10, 14], "surfaceform": "Oslo"}], "triples": [{"subject": {"uri": "Q1", "boundaries": [0, 4], "surfaceform": "Mira"}, "predicate": {"uri": "P551", "boundaries": null, "surfaceform": "residence"}, "object": {"uri": "Q585", "boundaries": [10, 14], "surfaceform": "Oslo"}}, {"subject": {"uri": "Q1", "boundaries": null}, "predicate": {"uri": "P31"}, "object": {"uri": "Q5", "boundaries": null}}]}]""",
            "Mira: Oslo: | Mira-residence-Oslo"
        },
        { "CLUENER", """{"text": "Mira left Oslo.", "label": {"name": {"Mira": [[0, 3]]}, "address": {"Oslo": [[10, 13]]}}}""",
            "Mira:name Oslo:address" },
        {
            "RAMS",
            """{"doc_key": "r1", "source_url": "http://example.org/r", "sentences": [["Mira", "left", "Oslo", "."]], "ent_spans": [[0, 0, [["evt043arg01mover", 1.0]]], [2, 2, [["evt043arg02place", 1.0]]]], "evt_triggers": [[1, 1, [["movement.move", 1.0]]]], "gold_evt_links": [[[1, 1], [0, 0], "evt043arg01mover"], [[1, 1], [2, 2], "evt043arg02place"]]}""",
            "Mira: Oslo: | movement.move-mover-Mira movement.move-place-Oslo | 1 movement.move"
        },
        {
            "Stanza",
            """[[{"id": 1, "text": "Mira", "upos": "PROPN", "ner": "B-PERSON", "start_char": 0, "end_char": 4}, {"id": 2, "text": "Dahl", "ner": "E-PERSON", "start_char": 5, "end_char": 9}, {"id": 3, "text": ".", "ner": "O", "start_char": 9, "end_char": 10}], [{"id": [1, 2], "text": "zum", "ner": "O", "start_char": 11, "end_char": 14}, {"id": 1, "text": "zu"}, {"id": 2, "text": "dem"}, {"id": 3, "text": "Oslo", "ner": "S-GPE", "start_char": 15, "end_char": 19}]]""",
            "Mira Dahl:PERSON Oslo:GPE"
        },
        {
            "spaCy 2 corpus",
            """[{"id": 0, "paragraphs": [{"raw": "Mira left Oslo.", "sentences": [{"tokens": [{"orth": "Mira", "ner": "U-PER"}, {"orth": "left", "ner": "O"}, {"orth": "Oslo", "ner": "U-LOC"}], "brackets": []}]}]}]""",
            "Mira:PER Oslo:LOC"
        },
        {
            "brat JSON",
            """{"text": "Mira left Oslo.", "entities": [["T1", "PER", [[0, 4]]], ["T2", "LOC", [[10, 14]]]], "triggers": [["T3", "Move", [[5, 9]]]], "events": [["E1", "T3", [["Mover", "T1"]]]], "relations": [["R1", "FROM", [["Arg1", "T1"], ["Arg2", "T2"]]]], "attributes": [["A1", "Sure", "E1"]]}""",
            "Mira:PER Oslo:LOC | Mira-FROM-Oslo Move-Mover-Mira | 1 Move"
        },
        { "KILT",
            """{"id": "1", "input": "Mira left [START_ENT] Oslo [END_ENT] .", "output": [{"answer": "Oslo", "provenance": [{"title": "Oslo"}]}]}""", "Oslo:" },
        { "BLINK", """{"id": "1", "context_left": "Mira left ", "mention": "Oslo", "context_right": ".", "label_title": "Oslo"}""",
            "Oslo:" },
        {
            "CoType",
            """{"sentText": "Mira left Oslo for Oslo.", "articleId": "n", "sentId": "1", "entityMentions": [{"start": 0, "label": "PERSON", "text": "Mira"}, {"start": 1, "label": "LOCATION", "text": "Oslo"}, {"start": 2, "label": "LOCATION", "text": "Oslo"}], "relationMentions": [{"em1Text": "Mira", "em2Text": "Oslo", "label": "/people/place_lived"}, {"em1Text": "Oslo", "em2Text": "Mira", "label": "None"}]}""",
            "Mira:PERSON Oslo:LOCATION Oslo:LOCATION | Mira-/people/place_lived-Oslo"
        },
        {
            "relations in the manner of T-REx",
            """{"docid": "7", "text": "Mira left Oslo.", "entities": [{"uri": "Q1", "boundaries": [0, 4], "surfaceform": "Mira", "type": "PER"}, {"uri": "Q585", "boundaries": [10, 14], "surfaceform": "Oslo", "type": "LOC"}], "relations": [{"subject": {"uri": "Q1", "boundaries": [0, 4]}, "predicate": {"uri": "P551", "surfaceform": "residence"}, "object": {"uri": "Q585", "boundaries": [10, 14]}}]}""",
            "Mira:PER Oslo:LOC | Mira-residence-Oslo"
        },
        { "spans under another name",
            """{"source_text": "Mira left Oslo.", "masks": [{"value": "Mira", "start": 0, "end": 4, "label": "NAME"}, {"value": "Oslo", "start": 10, "end": 14, "label": "CITY"}]}""", "Mira:NAME Oslo:CITY" },
        { "spans by their lengths",
            """{"text": "Mira left 🙂 Oslo.", "entities": [{"text": "Mira", "category": "Person", "offset": 0, "length": 4}, {"text": "Oslo", "category": "City", "offset": 12, "length": 4}]}""", "Mira:Person Oslo:City" },
        { "spans as arrays under another name", """{"text": "Mira left Oslo.", "marks": [[0, 4, "NAME"], [10, 14, "CITY"]]}""",
            "Mira:NAME Oslo:CITY" },
        { "two lists of tags", """{"tokens": ["Mira", "left"], "ner_tags": ["B-PER", "O"], "ner": ["B-HUMAN", "O"]}""", "Mira:HUMAN/PER" },
        { "nothing among the records", """[{"text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}, null]""",
            "Mira:PER" },
        { "records in an envelope",
            """{"version": 2, "data": [{"id": 1, "text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}]}""",
            "Mira:PER" },
        {
            "UBIAI",
            """[{"documentName": "a.txt", "document": "Mira runs Delta Mill.", "tokens": [{"text": "Mira", "start": 0, "end": 4, "token_start": 0, "token_end": 0, "entityLabel": "PER"}, {"text": "Delta Mill", "start": 10, "end": 20, "token_start": 2, "token_end": 3, "entityLabel": "ORG"}], "relations": [{"head": 0, "child": 2, "relationLabel": "RUNS"}], "classes": []}]""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "LightTag",
            """{"annotations_and_examples": [{"content": "Nothing.", "annotations": []}, {"content": "Mira left.", "example_id": "x", "metadata": {}, "annotations": [{"start": 0, "end": 4, "value": "Mira", "tag": "PER", "tag_id": "t", "annotation_id": "a"}]}], "schema": {"tags": []}}""",
            "Mira:PER"
        },
        { "flair",
            """{"text": "Mira left Oslo.", "labels": [], "entities": [{"text": "Mira", "start_pos": 0, "end_pos": 4, "labels": [{"value": "PER", "confidence": 0.9}]}]}""", "Mira:PER" },
        { "SageMaker Ground Truth",
            """{"source": "Mira left Oslo.", "names": {"annotations": {"labels": [{"label": "PER"}], "entities": [{"startOffset": 0, "endOffset": 4, "label": "PER"}]}}, "names-metadata": {"job-name": "x"}}""", "Mira:PER" },
        { "AutoML",
            """{"annotations": [{"text_extraction": {"text_segment": {"start_offset": 0, "end_offset": 4}}, "display_name": "PER"}], "text_snippet": {"content": "Mira left Oslo."}}""", "Mira:PER" },
        { "Vertex AI",
            """{"textSegmentAnnotations": [{"startOffset": 0, "endOffset": 4, "displayName": "PER"}], "textContent": "Mira left Oslo."}""",
            "Mira:PER" },
        { "Rasa",
            """{"rasa_nlu_data": {"common_examples": [{"text": "Mira left.", "entities": [{"start": 0, "end": 4, "value": "Mira", "entity": "PER"}]}]}}""", "Mira:PER" },
        { "Argilla, the label first", """{"text": "Mira left.", "tokens": ["Mira", "left", "."], "annotation": [["PER", 0, 4]]}""",
            "Mira:PER" },
        { "spans with their words among positions",
            """{"text": "Mira left Oslo.", "marks": [[0, 4, "Mira", "PER"], [10, 14, "Oslo", "LOC"]]}""", "Mira:PER Oslo:LOC" },
        { "names of fields in any spelling",
            """{"Text": "x", "body": "Mira left.", "Entities": [{"BeginOffset": 0, "EndOffset": 4, "Type": "PER", "Score": 0.9}]}""",
            "Mira:PER" },
        { "spans as pairs", """{"text": "Mira left.", "entities": [{"type": "PER", "text": ["Mira"], "offsets": [[0, 4]]}]}""",
            "Mira:PER" },
        {
            "entities that list their mentions",
            """{"text": "Mira left. She won.", "entities": [{"id": "e1", "type": "PER", "mentions": [{"start": 0, "end": 4, "text": "Mira"}, {"start": 11, "end": 14, "text": "She"}]}]}""",
            "Mira:PER She:PER"
        },
        { "coreference alone",
            """{"doc_key": "d", "sentences": [["Mira", "left", "."], ["She", "won", "."]], "clusters": [[[0, 0], [3, 3]]], "speakers": [["-", "-", "-"], ["-", "-", "-"]]}""", "Mira: She:" },
        { "PreCo",
            """{"id": "d", "sentences": [["Mira", "left", "."], ["She", "won", "."]], "mention_clusters": [[[0, 0, 1], [1, 0, 1]]]}""",
            "Mira: She:" },
        {
            "PubAnnotation, a denotation in two parts",
            """{"target": "http://example.org/1", "sourcedb": "News", "sourceid": "1", "text": "Mira and Bo Dahl left Oslo.", "denotations": [{"id": "T1", "span": [{"begin": 0, "end": 4}, {"begin": 12, "end": 16}], "obj": "PER"}, {"id": "T2", "span": {"begin": 22, "end": 26}, "obj": "LOC"}, {"id": "T3", "span": {"begin": 22, "end": 99}, "obj": "LOC"}], "relations": [{"id": "R1", "pred": "LEFT", "subj": "T1", "obj": "T2"}], "attributes": [{"id": "A1", "subj": "T1", "pred": "gender", "obj": "f"}], "modifications": [{"id": "M1", "pred": "Negation", "obj": "R1"}]}""",
            "Mira and Bo Dahl:PER Oslo:LOC | Mira Dahl-LEFT-Oslo | 1 malformed"
        },
        {
            "PubAnnotation, projects",
            """{"text": "Mira left Oslo.", "tracks": [{"project": "a", "denotations": [{"id": "T1", "span": {"begin": 0, "end": 4}, "obj": "PER"}]}, {"project": "b", "denotations": [{"id": "T1", "span": {"begin": 10, "end": 14}, "obj": "LOC"}]}]}""",
            "Mira:PER Oslo:LOC"
        },
        {
            "spans by columns",
            """{"text": "Mira left Oslo.", "meta": {"a": [1, 2], "b": "x"}, "entities": {"start": [0, 10], "end": [4, 14], "label": ["PER", "LOC"]}}""",
            "Mira:PER Oslo:LOC"
        },
        {
            "DuIE, further values of an object",
            """{"text": "Mira played Nora in Oslo.", "spo_list": [{"subject": "Mira", "predicate": "role", "object": {"@value": "Nora", "place": "Oslo"}, "subject_type": "PER", "object_type": {"@value": "FIGURE", "place": "LOC"}}, {"subject": "Mira", "predicate": "age", "object": {"@value": "44"}, "subject_type": "PER", "object_type": {"@value": "NUMBER"}}]}""",
            "Mira:PER Nora:FIGURE Oslo:LOC | Mira-role-Nora Mira-role.place-Oslo"
        },
        {
            "triples of words",
            """{"text": "Mira lives in Oslo.", "triple_list": [["Mira", "/people/lives_in", "Oslo"], ["Mira", "x", "Rome"]]}""",
            "Mira: Oslo: | Mira-/people/lives_in-Oslo"
        },
        {
            "KnowledgeNet",
            """{"fold": 4, "documentId": "8", "source": "DBpedia Abstract", "documentText": "🙂 Mira Dahl was born in Oslo.", "passages": [{"passageId": "8:0:29", "exhaustivelyAnnotatedProperties": [{"propertyId": "12", "propertyName": "PLACE_OF_BIRTH"}], "passageStart": 0, "passageEnd": 29, "passageText": "🙂 Mira Dahl was born in Oslo.", "facts": [{"factId": "8:1", "propertyId": "12", "humanReadable": "<Mira Dahl> <PLACE_OF_BIRTH> <Oslo>", "annotatedPassage": "x", "subjectStart": 2, "subjectEnd": 11, "subjectText": "Mira Dahl", "subjectUri": "http://www.wikidata.org/entity/Q1", "objectStart": 24, "objectEnd": 28, "objectText": "Oslo", "objectUri": ""}, {"factId": "8:2", "propertyId": "3", "humanReadable": "<Mira Dahl> <LIVES_IN> <Oslo>", "subjectStart": 2, "subjectEnd": 11, "subjectText": "Mira Dahl", "objectStart": 24, "objectEnd": 99, "objectText": "Oslo"}]}, {"passageId": "x", "exhaustivelyAnnotatedProperties": [], "passageStart": 29, "passageEnd": 29, "facts": []}]}""",
            "Mira Dahl: Oslo: | Mira Dahl-PLACE_OF_BIRTH-Oslo | 2 malformed"
        },
        {
            "MAVEN",
            """{"id": "d", "title": "t", "content": [{"sentence": "Mira left .", "tokens": ["Mira", "left", "."]}], "events": [{"id": "e", "type": "Move", "mention": [{"id": "m", "trigger_word": "left", "sent_id": 0, "offset": [1, 2]}]}], "negative_triggers": [{"trigger_word": "Mira", "sent_id": 0, "offset": [0, 1]}]}""",
            "1 Move"
        },
        {
            "BigBio",
            """{"id": "0", "document_id": "d", "passages": [{"id": "p", "type": "title", "text": ["Mira left."], "offsets": [[0, 10]]}, {"id": "q", "type": "abstract", "text": ["To Oslo."], "offsets": [[11, 19]]}], "entities": [{"id": "e1", "type": "PER", "text": ["Mira"], "offsets": [[0, 4]], "normalized": []}, {"id": "e2", "type": "LOC", "text": ["Oslo"], "offsets": [[14, 18]], "normalized": []}], "events": [], "coreferences": [], "relations": [{"id": "r", "type": "LEFT", "arg1_id": "e1", "arg2_id": "e2"}]}""",
            "Mira:PER Oslo:LOC | Mira-LEFT-Oslo"
        },
        { "spans of tokens, the last one excluded",
            """{"tokens": ["Mira", "runs", "Delta", "Mill"], "mentions": [{"start": 0, "end": 1, "type": "PER", "text": "Mira"}, {"start": 2, "end": 4, "type": "ORG", "text": "Delta Mill"}]}""", "Mira:PER Delta Mill:ORG" },
        { "spans of tokens, the last one included",
            """{"words": ["Mira", "runs", "Delta", "Mill"], "mentions": [{"start": 0, "end": 0, "type": "PER", "text": "Mira"}, {"start": 2, "end": 3, "type": "ORG", "text": "Delta Mill"}]}""", "Mira:PER Delta Mill:ORG" },
        {
            "relations by place, under other names",
            """{"text": "Mira runs Delta Mill.", "mentions": [{"start": 0, "end": 4, "label": "PER"}, {"start": 10, "end": 20, "label": "ORG"}], "links": [{"relation": "RUNS", "subject": 0, "object": 1}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations as arrays",
            """{"text": "Mira runs Delta Mill.", "entities": [[0, 4, "PER"], [10, 20, "ORG"]], "relations": [[0, 1, "RUNS"]]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations by an id of another name",
            """{"body": "Mira runs Delta Mill.", "annotations": [{"uid": "x", "start": 0, "end": 4, "label": "PER"}, {"uid": "y", "start": 10, "end": 20, "label": "ORG"}], "edges": [{"kind": "RUNS", "head": "x", "tail": "y"}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations by place beside ids",
            """{"text": "Mira runs Delta Mill.", "marks": [{"uid": "x", "start": 0, "end": 4, "label": "PER"}, {"uid": "y", "start": 10, "end": 20, "label": "ORG"}], "edges": [{"kind": "RUNS", "from_idx": 0, "to_idx": 1}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations by spans, TPLinker",
            """{"text": "Mira runs Delta Mill.", "entity_list": [{"text": "Mira", "type": "PER", "char_span": [0, 4]}, {"text": "Delta Mill", "type": "ORG", "char_span": [10, 20]}], "relation_list": [{"subject": "Mira", "object": "Delta Mill", "subj_char_span": [0, 4], "obj_char_span": [10, 20], "predicate": "RUNS"}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations by spans of tokens",
            """{"tokens": ["Mira", "runs", "Delta", "Mill"], "spans": [{"start": 0, "end": 1, "label": "PER", "text": "Mira"}, {"start": 2, "end": 4, "label": "ORG", "text": "Delta Mill"}], "links": [{"head": {"start": 0, "end": 1}, "tail": {"start": 2, "end": 4}, "label": "RUNS"}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations by words",
            """{"text": "Mira runs Delta Mill.", "marks": [{"start": 0, "end": 4, "label": "PER", "text": "Mira"}, {"start": 10, "end": 20, "label": "ORG", "text": "Delta Mill"}], "facts": [{"source": "Mira", "target": "Delta Mill", "type": "RUNS"}]}""",
            "Mira:PER Delta Mill:ORG | Mira-RUNS-Delta Mill"
        },
        {
            "relations to what is no mention are not guessed",
            """{"text": "Mira runs Delta Mill.", "marks": [{"start": 0, "end": 4, "label": "PER"}, {"start": 10, "end": 20, "label": "ORG"}], "links": [{"relation": "RUNS", "subject": 0, "object": 7}]}""",
            "Mira:PER Delta Mill:ORG"
        },
        {
            "events under other names",
            """{"text": "Mira runs Delta Mill.", "entities": [{"id": "x", "start": 0, "end": 4, "label": "PER"}, {"id": "y", "start": 10, "end": 20, "label": "ORG"}], "events": [{"type": "Run", "trigger": {"begin": 5, "end": 9}, "args": [{"role": "who", "entity": "x"}]}]}""",
            "Mira:PER Delta Mill:ORG | Run-who-Mira | 1 Run"
        },
        {
            "DyGIE++ as a model gives it",
            """{"doc_key": "d1", "sentences": [["Mira", "runs", "Mill"]], "predicted_ner": [[[0, 0, "PER", 9.1, 0.9], [2, 2, "ORG", 8.0, 0.8]]], "predicted_relations": [[[0, 0, 2, 2, "RUNS", 5.0, 0.7]]]}""",
            "Mira:PER Mill:ORG | Mira-RUNS-Mill"
        },
        {
            "MAVEN-ARG",
            """{"id": "d", "document": "\ud83d\ude42 Mira left Oslo.", "entities": [{"id": "n1", "type": "PER", "mention": [{"id": "a", "mention": "Mira", "offset": [2, 6]}]}], "events": [{"id": "e", "type": "Move", "mention": [{"id": "m", "trigger_word": "left", "offset": [7, 11]}], "argument": {"Agent": [{"entity_id": "n1"}], "From": [{"content": "Oslo", "offset": [12, 16]}]}}], "negative_triggers": []}""",
            "Mira:PER Oslo: | Move-Agent-Mira Move-From-Oslo | 1 Move"
        },
        {
            "rows of a data set's server",
            """{"features": [{"name": "chunk_tags", "type": {"feature": {"names": ["O", "B-NP"]}}}, {"name": "ner_tags", "type": {"feature": {"names": ["O", "B-PER", "B-LOC"]}}}], "rows": [{"row_idx": 0, "row": {"tokens": ["Mira", "left", "Oslo"], "ner_tags": [1, 0, 2]}, "truncated_cells": []}], "partial": false}""",
            "Mira:PER Oslo:LOC"
        },
        {
            "a dump of a search engine",
            """{"_index": "news", "_id": "7", "_source": {"text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}}""",
            "Mira:PER"
        },
        {
            "Google, bytes, the document beside",
            """{"entities": [{"name": "Zoë Dahl", "type": "PERSON", "metadata": {"wikipedia_url": "https://en.wikipedia.org/wiki/Zo", "mid": "/m/1"}, "salience": 0.7, "mentions": [{"text": {"content": "Zoë Dahl", "beginOffset": 5}, "type": "PROPER"}, {"text": {"content": "She", "beginOffset": 26}, "type": "COMMON"}]}, {"name": "Oslo", "type": "LOCATION", "metadata": {}, "mentions": [{"text": {"content": "Oslo", "beginOffset": 20}, "type": "PROPER"}]}], "language": "en", "document": {"type": "PLAIN_TEXT", "content": "🙂 Zoë Dahl left Oslo. She ran."}}""",
            "Zoë Dahl:PERSON Oslo:LOCATION She:PERSON"
        },
        {
            "Google, code points, sentences",
            """{"entities": [{"name": "Zoë Dahl", "type": "PERSON", "metadata": {"wikipedia_url": "https://en.wikipedia.org/wiki/Zo", "mid": "/m/1"}, "salience": 0.7, "mentions": [{"text": {"content": "Zoë Dahl", "beginOffset": 2}, "type": "PROPER"}, {"text": {"content": "She", "beginOffset": 22}, "type": "COMMON"}]}, {"name": "Oslo", "type": "LOCATION", "metadata": {}, "mentions": [{"text": {"content": "Oslo", "beginOffset": 16}, "type": "PROPER"}]}], "language": "en", "sentences": [{"text": {"content": "🙂 Zoë Dahl left Oslo."}}, {"text": {"content": "She ran.", "beginOffset": 22}}]}""",
            "Zoë Dahl:PERSON Oslo:LOCATION She:PERSON"
        },
        {
            "Google, UTF-16, tokens",
            """{"entities": [{"name": "Zoë Dahl", "type": "PERSON", "metadata": {"wikipedia_url": "https://en.wikipedia.org/wiki/Zo", "mid": "/m/1"}, "salience": 0.7, "mentions": [{"text": {"content": "Zoë Dahl", "beginOffset": 3}, "type": "PROPER"}, {"text": {"content": "She", "beginOffset": 23}, "type": "COMMON"}]}, {"name": "Oslo", "type": "LOCATION", "metadata": {}, "mentions": [{"text": {"content": "Oslo", "beginOffset": 17}, "type": "PROPER"}]}], "language": "en", "encodingType": "UTF16", "tokens": [{"text": {"content": "🙂", "beginOffset": 0}, "lemma": "x"}, {"text": {"content": "Zoë", "beginOffset": 3}}, {"text": {"content": "Dahl", "beginOffset": 7}}, {"text": {"content": "left", "beginOffset": 12}}, {"text": {"content": "Oslo", "beginOffset": 17}}, {"text": {"content": ".", "beginOffset": 21}}, {"text": {"content": "She", "beginOffset": 23}}]}""",
            "Zoë Dahl:PERSON Oslo:LOCATION She:PERSON"
        },
        {
            "Google without an encoding",
            """{"entities": [{"name": "Zoë Dahl", "type": "PERSON", "metadata": {"wikipedia_url": "https://en.wikipedia.org/wiki/Zo", "mid": "/m/1"}, "salience": 0.7, "mentions": [{"text": {"content": "Zoë Dahl", "beginOffset": -1}, "type": "PROPER"}, {"text": {"content": "She", "beginOffset": -1}, "type": "COMMON"}]}, {"name": "Oslo", "type": "LOCATION", "metadata": {}, "mentions": [{"text": {"content": "Oslo", "beginOffset": -1}, "type": "PROPER"}]}], "language": "en", "document": {"content": "🙂 Zoë Dahl left Oslo. She ran."}}""",
            "Zoë Dahl:PERSON Oslo:LOCATION She:PERSON"
        },
        {
            "tags by sentence",
            """{"sentences": [["Mira", "left"], ["Dahl", "left"]], "ner_tags": [["I-PER", "O"], ["I-PER", "O"]]}""",
            "Mira:PER Dahl:PER"
        },
        {
            "a start and words, DBpedia Spotlight",
            """{"@text": "Mira left Oslo.", "@confidence": "0.5", "Resources": [{"@URI": "http://dbpedia.org/resource/Oslo", "@surfaceForm": "Oslo", "@offset": "10", "@types": "DBpedia:Town"}]}""",
            "Oslo:Town"
        },
        {
            "an id that several spans share, TagMe",
            """{"text": "Mira left Mira.", "annotations": [{"spot": "Mira", "start": 0, "end": 4, "title": "Mira", "id": 5}, {"spot": "Mira", "start": 10, "end": 14, "title": "Mira", "id": 5}]}""",
            "Mira: Mira:"
        },
        { "records by their ids",
            """{"n1": {"text": "Mira left.", "entities": [{"start": 0, "end": 4, "label": "PER"}]}, "n2": {"text": "Nothing.", "entities": []}}""", "Mira:PER" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EachShapeIsRecognised(string tool, string json, string expected)
    {
        using var folder = new TemporaryFolder(("all.json", json));

        var result = folder.Load();

        Assert.True(result.Summary.Articles > 0, $"{tool} was not read");
        Assert.Equal(expected, LoadedFacts.Describe(result));
    }
}
