import pytest

from plplanner.importing.formats.kahoot_layout import find_results
from tests.importing.tables import a_table

BODY = "1,Noa,6263,7,1\n2,Bo,4100,5,3\n3,Zed,0,0,8\n"
HEADINGS = [
    "Clasificación,Jugador,Puntuación total (puntos),Respuestas correctas,Respuestas incorrectas",
    "Classement,Joueur,Score total (points),Bonnes réponses,Mauvaises réponses",
    "Rang,Spieler,Gesamtpunktzahl (Punkte),Richtige Antworten,Falsche Antworten",
    "Posição,Jogador,Pontuação total (pontos),Respostas corretas,Respostas incorretas",
    "Posizione,Giocatore,Punteggio totale (punti),Risposte corrette,Risposte errate",
    "Rang,Speler,Totale score (punten),Juiste antwoorden,Onjuiste antwoorden",
    "Pozycja,Gracz,Łączny wynik (punkty),Poprawne odpowiedzi,Niepoprawne odpowiedzi",
    "順位,プレイヤー,合計スコア（点）,正解,不正解",
    "Placering,Spelare,Totalpoäng (poäng),Rätt svar,Fel svar",
]


def _found(heading, *, body=BODY, name="Kahoot! x"):
    return find_results((a_table(f"Ratios,,,,\n{heading}\n{body}", name=name),))


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_headings_of_a_report_are_known_in_many_languages(heading):
    found = _found(heading, name="")
    assert found.places == {"player": 1, "score": 2, "correct": 3, "incorrect": 4}
    assert found.header == 1


def test_in_an_unknown_language_the_numbers_tell_the_columns():
    heading, places = "Hely,Név,Össz,Jó,Rossz", {"player": 1, "score": 2, "correct": 3}
    assert _found(heading).places == places | {"incorrect": 4}
    assert _found(heading, name="Sheet 1") is None


@pytest.mark.parametrize(
    "body",
    [
        "1,Noa,62,7,1\n2,Bo,41,5,3\n",  # no points of a game
        "1,Noa,4100,7,1\n2,Bo,6263,5,3\n",  # they rise
        "1,Noa,6263,7.5,1\n2,Bo,4100,5,3\n",  # no counts
        "1,Noa,6263,900,1\n2,Bo,4100,800,3\n",
        "1,Noa,6263,x,1\n2,Bo,4100,y,3\n",
    ],
)
def test_other_numbers_are_no_report(body):
    assert _found("Hely,Név,Össz,Jó,Rossz", body=body) is None


def test_a_share_of_right_answers_is_no_count_and_a_gradebook_is_no_report():
    heading = "Rank,Player,Total Score (points),Correct (%),Incorrect Answers"
    assert _found(heading, name="") is None
    assert _found("Name,Points,Quiz 1,Quiz 2,Quiz 3", name="") is None
